/** What the profile form asks for. Paths are those of JSON Resume 1.0.0; what that lacks stands under `meta.applyonce`. */

/**
 * @typedef {object} FieldSpec
 * @property {string} path
 * @property {string} label
 * @property {"text" | "email" | "tel" | "url" | "number" | "month" | "date" | "area" | "country" | "yes_no" | "tags" | "choice"} [kind] text, if left out
 * @property {string} [hint]
 * @property {string} [example] shown in the empty field
 * @property {string} [autocomplete]
 * @property {string[]} [choices]
 * @property {"third" | "full"} [width] half, if left out
 *
 * @typedef {object} ListSpec
 * @property {string} path
 * @property {string} one what one entry is called
 * @property {FieldSpec[]} fields
 *
 * @typedef {object} GroupSpec
 * @property {string} title
 * @property {string} [hint]
 * @property {FieldSpec[]} [fields]
 * @property {ListSpec} [list]
 * @property {"permits" | "sensitive"} [special]
 */

const OWN = "meta.applyonce";

/** @type {GroupSpec[]} */
export const GROUPS = [
  {
    title: "You",
    hint: "As it should stand on an application.",
    fields: [
      { path: `${OWN}.given_name`, label: "First name", autocomplete: "given-name", width: "third" },
      { path: `${OWN}.family_name`, label: "Last name", autocomplete: "family-name", width: "third" },
      { path: `${OWN}.preferred_name`, label: "Preferred name", hint: "If people call you otherwise.", width: "third" },
      { path: "basics.name", label: "Full name", autocomplete: "name" },
      { path: `${OWN}.pronouns`, label: "Pronouns", example: "she/her" },
      { path: "basics.email", label: "E-mail", kind: "email", autocomplete: "email" },
      { path: "basics.phone", label: "Phone", kind: "tel", autocomplete: "tel", example: "+49 30 1234567", hint: "With the country's code: forms that want it otherwise get it so." },
      { path: "basics.label", label: "What you do", example: "Backend developer" },
      { path: `${OWN}.years_experience`, label: "Years of experience", kind: "number" },
      { path: "basics.summary", label: "In a few sentences", kind: "area", width: "full" },
    ],
  },
  {
    title: "Where you live",
    fields: [
      { path: "basics.location.address", label: "Street and number", autocomplete: "street-address", width: "full" },
      { path: "basics.location.postalCode", label: "Postal code", autocomplete: "postal-code", width: "third" },
      { path: "basics.location.city", label: "City", autocomplete: "address-level2", width: "third" },
      { path: "basics.location.region", label: "State or region", autocomplete: "address-level1", width: "third" },
      { path: "basics.location.countryCode", label: "Country", kind: "country" },
    ],
  },
  {
    title: "Links",
    fields: [{ path: "basics.url", label: "Your website", kind: "url", example: "https://", width: "full" }],
    list: {
      path: "basics.profiles",
      one: "Link",
      fields: [
        { path: "network", label: "Network", example: "LinkedIn", width: "third" },
        { path: "username", label: "Username", width: "third" },
        { path: "url", label: "Address", kind: "url", example: "https://", width: "third" },
      ],
    },
  },
  { title: "Permission to work", hint: "Forms ask this for the job's own country. Nothing is ever guessed: a country that is not listed here is left for you.", special: "permits" },
  {
    title: "What you want",
    fields: [
      { path: `${OWN}.willing_to_relocate`, label: "Would you relocate?", kind: "yes_no" },
      { path: `${OWN}.source`, label: "How you hear about jobs", example: "Company website" },
      { path: `${OWN}.notice_period`, label: "Notice period", example: "3 months" },
      { path: `${OWN}.earliest_start`, label: "Earliest start", kind: "date" },
    ],
  },
  {
    title: "Work",
    hint: "The latest first.",
    list: {
      path: "work",
      one: "Position",
      fields: [
        { path: "position", label: "Position" },
        { path: "name", label: "Employer" },
        { path: "startDate", label: "From", kind: "month", width: "third" },
        { path: "endDate", label: "Until", kind: "month", hint: "Empty: still there.", width: "third" },
        { path: "location", label: "Place", width: "third" },
        { path: "summary", label: "What you did", kind: "area", width: "full" },
      ],
    },
  },
  {
    title: "Education",
    list: {
      path: "education",
      one: "School",
      fields: [
        { path: "institution", label: "School or university", width: "full" },
        { path: "studyType", label: "Degree", example: "Master" },
        { path: "area", label: "Field of study" },
        { path: "startDate", label: "From", kind: "month", width: "third" },
        { path: "endDate", label: "Until", kind: "month", width: "third" },
        { path: "score", label: "Grade", width: "third" },
      ],
    },
  },
  {
    title: "Skills and languages",
    fields: [{ path: "skills", label: "Skills", kind: "tags", hint: "With commas in between.", width: "full" }],
    list: {
      path: "languages",
      one: "Language",
      fields: [
        { path: "language", label: "Language" },
        { path: "fluency", label: "How well", example: "Fluent" },
      ],
    },
  },
  {
    title: "Cover letter",
    hint: "A template for text fields that ask for one; without it they are left for you. The words in double braces are replaced by the job's facts and yours: {{title}}, {{company}}, {{location}}, {{url}}; {{name}}, {{given_name}}, {{family_name}}, {{email}}, {{phone}}, {{current_title}}, {{current_company}}. Where one of them is not known for a job, no letter is written.",
    fields: [{ path: `${OWN}.cover_letter`, label: "Template", kind: "area", example: "Dear {{company}} team, I would like to join you as {{title}}. …", width: "full" }],
  },
  { title: "Sensitive", hint: "Stored only on this computer. Each kind is put into a form only while its switch is on; otherwise the field is left for you.", special: "sensitive" },
];

/** @type {{consent: string, label: string, hint: string, fields: FieldSpec[]}[]} */
export const CONSENTS = [
  {
    consent: `${OWN}.consents.salary`,
    label: "Fill in my salary expectation",
    hint: "Off: the field is left for you.",
    fields: [
      { path: `${OWN}.salary_expectation.amount`, label: "Amount", kind: "number", width: "third" },
      { path: `${OWN}.salary_expectation.currency`, label: "Currency", example: "EUR", width: "third" },
      { path: `${OWN}.salary_expectation.period`, label: "Per", kind: "choice", choices: ["year", "month", "day", "hour"], width: "third" },
    ],
  },
  {
    consent: `${OWN}.consents.demographics`,
    label: "Fill in questions about me as a person",
    hint: "Asked by some employers for their statistics, always voluntary. Write it as forms do.",
    fields: [
      { path: `${OWN}.demographics.gender`, label: "Gender" },
      { path: `${OWN}.demographics.ethnicity`, label: "Ethnicity" },
      { path: `${OWN}.demographics.hispanic`, label: "Hispanic or Latino" },
      { path: `${OWN}.demographics.veteran`, label: "Veteran status" },
      { path: `${OWN}.demographics.disability`, label: "Disability status" },
    ],
  },
  {
    consent: `${OWN}.consents.data_processing`,
    label: "Agree to the processing of my application's data",
    hint: "The box that most forms ask for. Off: you tick it yourself each time.",
    fields: [],
  },
];
