"""The fast lane: a short way through FastHttpUser, below the unchanged file."""
