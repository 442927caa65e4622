// Who we are to the companion: `instance` once for each installation, `session` once for each start of the browser.
//
// Tab ids mean something only within one start of the browser. storage.session is emptied by a start, but also by an
// update, a reload, or by switching the extension off and on, which must not end the attempts of open tabs. So the
// session is mirrored in storage.local, and only onStartup makes a new one.

const KEY = "session";
const INSTANCE = "instance";
/** How long a worker that finds storage.session empty waits to hear whether the browser has just started. */
const STARTUP_NOTICE_MS = 300;

/** @type {() => void} */
let startupSeen = () => {};
const startup = new Promise((resolve) => {
  startupSeen = () => resolve(true);
});
let minted = false;
/** @type {((session: string) => void)[]} */
const onNewSession = [];

browser.runtime.onStartup.addListener(() => {
  startupSeen();
  void lateStartup();
});

/** @type {Promise<{instance: string, session: string}>} */
export const identity = establish();

/** @param {(session: string) => void} listener told when a start of the browser is noticed only after `identity` was settled */
export function onSessionChange(listener) {
  onNewSession.push(listener);
}

async function establish() {
  const [brief, lasting] = await Promise.all([browser.storage.session.get(KEY), browser.storage.local.get([KEY, INSTANCE])]);
  const instance = String(lasting[INSTANCE] ?? crypto.randomUUID());
  if (!lasting[INSTANCE]) await browser.storage.local.set({ [INSTANCE]: instance });
  if (brief[KEY]) return { instance, session: String(brief[KEY]) };
  const started = lasting[KEY] ? await Promise.race([startup, after(STARTUP_NOTICE_MS)]) : true;
  const session = started ? mint() : String(lasting[KEY]);
  await keep(session);
  return { instance, session };
}

/** The browser said that it started, after we had settled on the session of an update: then that was wrong. */
async function lateStartup() {
  const known = await identity;
  if (minted) return;
  known.session = mint();
  await keep(known.session);
  for (const listener of onNewSession) listener(known.session);
}

function mint() {
  minted = true;
  return crypto.randomUUID();
}

/** @param {string} session */
async function keep(session) {
  await Promise.all([browser.storage.session.set({ [KEY]: session }), browser.storage.local.set({ [KEY]: session })]);
}

/** @param {number} ms */
function after(ms) {
  return new Promise((resolve) => setTimeout(() => resolve(false), ms));
}
