// The application form of the employers' own sites, whatever framework draws it: its choices, what it needs, and how it is sent.
import { config, solveCaptcha, wait } from './page.js';

const REGIONS_MS = 300;
/** @type {Record<string, string[]>} */
const REGIONS = {
  Denmark: ['Capital Region', 'Central Denmark', 'Zealand'],
  Germany: ['Baden-Württemberg', 'Bavaria', 'Berlin', 'Brandenburg', 'Hamburg', 'Saxony'],
  Sweden: ['Skåne', 'Stockholm', 'Västra Götaland'],
  'United States': ['California', 'Massachusetts', 'New York', 'Texas'],
};
/** @type {Record<string, string>} */
const NEEDED = {
  first_name: 'First name',
  last_name: 'Last name',
  email: 'Email',
  country: 'Country',
  region: 'State or region',
  authorized: 'Right to work',
  resume: 'Résumé',
  privacy: 'Privacy notice',
};

export const COUNTRIES = Object.keys(REGIONS);
export const HEARD = ['Company website', 'LinkedIn', 'Job board', 'Referral', 'Event', 'Other'];
export const QUESTIONS = {
  authorized: 'Are you legally authorized to work in the country in which this job is located?',
  heard: 'How did you hear about this job?',
  notice: 'What is your notice period?',
  privacy: 'I have read the privacy notice and agree to the processing of my data',
};

/**
 * What the form holds.
 * @typedef {Record<string, string | boolean | File | null>} Values
 */

/** What it holds before anything was entered; `resume` is a File later. */
export const nothing = () => ({
  first_name: '', last_name: '', email: '', phone: '', country: '', region: '', authorized: '', start_date: '', heard: '',
  notice: '', privacy: false, resume: null,
});

/** What the fault `resume_parse` makes of the file. */
export const PARSED = { first_name: 'PARSED', last_name: 'RESUME', phone: '000' };

/** The regions of a country come a little later, as from a server. @param {string} country */
export const regionsOf = async (country) => {
  await wait(REGIONS_MS);
  return REGIONS[country] ?? [];
};

/** What is missing, in words. @param {Values} values */
export const missing = (values) => Object.keys(NEEDED).filter((name) => !values[name]).map((name) => `${NEEDED[name]}: this field is required`);

/**
 * Send what the form holds. Returns the complaints, of which an accepted application has none; leads to a log-in.
 * @param {Values} values
 * @returns {Promise<string[]>}
 */
export const send = async (values) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) if (value) data.append(name, value === true ? 'yes' : value);
  data.append('captcha', await solveCaptcha());
  const failed = ['Something went wrong. Please try again.'];
  try {
    const answer = await fetch(config.action, { method: 'POST', body: data });
    if (answer.ok) return [];
    if (answer.status === 401) location.assign((await answer.json()).login);
    if (answer.status === 428) return ['Please enter the code that we have sent to you.'];
    return answer.status === 422 ? Object.values((await answer.json()).errors) : failed;
  } catch {
    return failed;
  }
};
