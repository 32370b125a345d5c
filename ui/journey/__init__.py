"""The pages of journeys: their list, and the editor with its tree of steps."""
