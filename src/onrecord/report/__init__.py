"""Findings to something to read: terminal text, one HTML page, JSON, ClaimReview, annotations."""
