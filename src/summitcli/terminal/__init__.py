"""What people look at: tables and articles, drawn with Rich."""
