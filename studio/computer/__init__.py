"""What this computer knows and no project may say."""
