"""What was seen on the wire, with its secrets struck out."""
