"""One reader for each published format of votes that `onrecord import` takes."""
