"""Hold what people write about the United Nations against what the United Nations did."""
