"""What a described field asks for: its names, its label in many languages, what stands around it."""
