"""The statutes as code: each rule a question with a section, a window in time and a mark of evidence. Pure."""
