"""The applicant: name, phone, dates, demographics, documents, in the form that a field takes."""
