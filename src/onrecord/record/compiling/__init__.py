"""Build the record's tables from published copies of its sources and the masters that people edit."""
