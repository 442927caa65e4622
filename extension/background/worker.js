// The background's entry. All listeners are registered while the modules load, synchronously: one that came after an
// await would lose the event that woke the worker. What a handler needs first, it awaits itself.

import "./browser.js";
import "./companion_commands.js";
import "./inject.js";
import "./tabs.js";
import "./badge.js"; // after tabs.js: the tab hears of its grant before its badge is drawn
import { adopt, tellAll, tellOfJob } from "./documents.js";
import { connect, onPush, onState } from "./native_port.js";
import { onHeldChange } from "./held.js";
import { adoptPage, tellPages } from "./pages.js";
import { answer, tierOf } from "./router.js";

browser.runtime.onMessage.addListener((message, sender, respond) => {
  void answer(message, sender, "page").then(respond);
  return true; // the reply comes later
});

browser.runtime.onConnect.addListener((port) => {
  const tier = port.sender ? tierOf(port.sender) : null;
  if (port.name === "page" && tier === "page") adoptPage(port);
  else if (port.name === "tab" && tier === "content") adopt(port, (message, sender) => answer(message, sender, "content"));
  else port.disconnect();
  connect();
});

onPush((push) => {
  tellPages(push);
  const { job, application } = push.data ?? {};
  if (application?.job_id) tellOfJob(application.job_id, job, application);
});

onState(({ state, reason }) => {
  tellPages({ event: "companion", data: { state, reason } });
  tellAll({ event: "companion", data: { state, reason } });
});

onHeldChange((tabId) => tellPages({ event: "tab", data: { tab_id: tabId } }));

connect();
