// How our button and panel look. Within a closed shadow root: the page's own styles end at its host, and `!important` on
// the host wins over whatever the page says of it.
(() => {
  if (applyonce.style) return;

  applyonce.style = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: auto 20px 20px auto !important;
  z-index: 2147483647 !important;
  display: block !important;
  opacity: 1 !important;
  visibility: visible !important;
  transform: none !important;
  translate: 0 calc(-1 * var(--applyonce-lift, 0px)) !important;
  filter: none !important;
  pointer-events: auto !important;
  color-scheme: light dark !important;
}
:host([data-applyonce-status]) { width: auto !important; height: auto !important; }
* { box-sizing: border-box; }
.frame { position: relative; }
button { font: inherit; cursor: pointer; }
.apply, .panel, .aside {
  --ink: #10243e;
  --soft: #52637a;
  --line: rgba(16, 36, 62, .14);
  --paper: #ffffff;
  --brand: #1f5eff;
  --brand-ink: #ffffff;
  --good: #0f7a4d;
  --good-paper: #e7f6ee;
  --ask: #8a4b00;
  --ask-paper: #fff4e0;
  --busy-paper: #eaf1ff;
  --busy: #1a4fd6;
  --bad: #b3261e;
  --off: #505a68;
  --off-paper: #eef0f3;
  font: 500 14px/1.35 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  letter-spacing: 0;
  text-align: start;
}
@media (prefers-color-scheme: dark) {
  .apply, .panel, .aside {
    --ink: #e8eef7;
    --soft: #a9b6c8;
    --line: rgba(255, 255, 255, .16);
    --paper: #17202c;
    --brand: #5b8cff;
    --brand-ink: #07142f;
    --good: #7be0ae;
    --good-paper: #12301f;
    --ask: #ffcc80;
    --ask-paper: #3a2a10;
    --busy-paper: #16274a;
    --busy: #a9c4ff;
    --bad: #ffb4ab;
    --off: #b6c0cd;
    --off-paper: #262f3b;
  }
}
.apply {
  display: inline-flex;
  align-items: center;
  gap: 10px;
  min-height: 48px;
  max-width: min(340px, calc(100vw - 40px));
  padding: 8px 20px 8px 14px;
  border: 1px solid transparent;
  border-radius: 999px;
  color: var(--brand-ink);
  background: var(--brand);
  box-shadow: 0 1px 2px rgba(10, 25, 50, .18), 0 8px 24px rgba(10, 25, 50, .22);
}
.apply:hover:not(:disabled) { box-shadow: 0 2px 4px rgba(10, 25, 50, .2), 0 12px 32px rgba(10, 25, 50, .3); }
.apply:active:not(:disabled) { box-shadow: 0 1px 2px rgba(10, 25, 50, .3); }
.apply:focus-visible, .aside:focus-visible, .panel button:focus-visible { outline: 3px solid var(--brand); outline-offset: 3px; }
.apply:disabled { cursor: default; }
.apply svg { flex: none; width: 24px; height: 24px; }
.words { display: flex; flex-direction: column; align-items: flex-start; min-width: 0; }
.label { font-size: 15px; font-weight: 650; white-space: nowrap; }
@media (max-width: 400px) { .label { white-space: normal; text-align: start; text-wrap: balance; } }
.detail { font-size: 12px; font-weight: 450; max-width: 260px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.detail:empty { display: none; }
.apply[data-look=in_progress] { color: var(--busy); background: var(--busy-paper); border-color: var(--line); }
.apply[data-look=applied] { color: var(--good); background: var(--good-paper); border-color: var(--line); }
.apply[data-look=unconfirmed] { color: var(--ask); background: var(--ask-paper); border-color: var(--line); }
.apply[data-look=offline] { color: var(--off); background: var(--off-paper); border-color: var(--line); }
.apply[aria-busy=true] .spin, .apply[data-look=in_progress] .spin { animation: spin 1s linear infinite; transform-origin: 50% 50%; }
@keyframes spin { to { transform: rotate(360deg); } }
.aside {
  position: absolute; inset: auto 0 calc(100% + 10px) auto; min-height: 36px; padding: 6px 16px; white-space: nowrap;
  border: 1px solid var(--line); border-radius: 999px; color: var(--busy); background: var(--paper); font-weight: 600;
  box-shadow: 0 1px 2px rgba(10, 25, 50, .14), 0 6px 18px rgba(10, 25, 50, .18);
}
.aside[hidden], .panel:not([hidden]) ~ .aside { display: none; }
.aside:hover { background: var(--busy-paper); }
.panel {
  position: absolute;
  inset: auto 0 calc(100% + 12px) auto;
  width: min(360px, calc(100vw - 40px));
  max-height: min(70vh, 520px);
  overflow: auto;
  padding: 16px 18px 18px;
  border: 1px solid var(--line);
  border-radius: 16px;
  color: var(--ink);
  background: var(--paper);
  box-shadow: 0 2px 6px rgba(10, 25, 50, .14), 0 18px 48px rgba(10, 25, 50, .28);
}
.panel[hidden] { display: none; }
.panel.below { inset: calc(100% + 12px) 0 auto auto; }
.panel h2 { margin: 0 28px 6px 0; font-size: 15px; font-weight: 650; text-wrap: balance; }
.panel p { margin: 6px 0 0; color: var(--soft); font-weight: 450; overflow-wrap: anywhere; }
.panel ul { margin: 8px 0 0; padding: 0; list-style: none; }
.panel li { padding: 6px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.panel li .jump {
  display: block; width: calc(100% + 16px); margin: -3px -8px; padding: 3px 8px; border: 0; border-radius: 8px;
  color: inherit; background: transparent; font-weight: 550; text-align: start; overflow-wrap: anywhere;
}
.panel li .jump:hover { background: var(--off-paper); }
.panel li[data-state] .jump { padding-inline-start: 8px; border-inline-start: 3px solid var(--busy); border-radius: 2px 8px 8px 2px; }
.panel li[data-state=changed_by_page] .jump { border-color: var(--ask); }
.panel li[data-state=not_accepted] .jump { border-color: var(--bad); }
.panel li[data-quiet] .jump { border-color: var(--line); }
.panel li small { display: block; margin-top: 1px; color: var(--soft); font-size: 12px; font-weight: 450; }
.panel .heading { padding: 12px 0 4px; border: 0; color: var(--soft); font-size: 12px; font-weight: 600; }
.panel .heading + li { border-top: 0; }
.panel .choices { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 14px; }
.panel .choices button {
  min-height: 36px; padding: 6px 14px; border: 1px solid var(--line); border-radius: 999px;
  color: var(--ink); background: transparent; font-weight: 550;
}
.panel .choices button:hover { background: var(--off-paper); }
.panel .choices .primary { color: var(--brand-ink); background: var(--brand); border-color: transparent; }
.panel .choices .primary:hover { filter: brightness(1.06); }
.panel .close {
  position: absolute; inset: 8px 8px auto auto; width: 32px; height: 32px; padding: 0; border: 0; border-radius: 50%;
  color: var(--soft); background: transparent; font-size: 18px; line-height: 1;
}
.panel .close:hover { background: var(--off-paper); }
.panel[data-tone=warn] { border-inline-start: 4px solid var(--ask); }
.panel[data-tone=good] { border-inline-start: 4px solid var(--good); }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (prefers-reduced-motion: reduce) { .apply, .apply * { animation: none !important; transition: none; } }
@media (forced-colors: active) { .apply, .panel { border: 2px solid ButtonText; } }
@media print { :host { display: none !important; } }
`;
})();
