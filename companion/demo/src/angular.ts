// Angular draws the form in the place of the server's; with the fault `hydration_wipe` some time after that was shown.
import 'zone.js';
import '@angular/compiler';
import { enableProdMode, provideZoneChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { ApplicationForm } from './angular_form.ts';
import { faults, wait } from './page.js';

const draw = () => bootstrapApplication(ApplicationForm, { providers: [provideZoneChangeDetection()] });

/** What a server would have sent: the same form, and nothing behind it. */
const drawDead = async () => {
  const app = await draw();
  const root = document.querySelector('application-form') as Element;
  const dead = root.cloneNode(true);
  root.replaceWith(dead);
  app.destroy();
};

enableProdMode();
if ('hydration_wipe' in faults) void drawDead().then(() => wait(faults.hydration_wipe)).then(draw);
else void draw();
