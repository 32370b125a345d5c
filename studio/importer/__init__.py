"""What others have recorded or written, made into journeys; nothing is executed or fetched."""
