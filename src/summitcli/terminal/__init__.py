"""Tables and pages drawn for a terminal with Rich."""
