"""Where the applicant lives, as forms ask for it: countries, regions, cities, addresses, time zones."""
