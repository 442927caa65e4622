"""What the profile says of work, skills, education and languages, against the bars that questions set."""
