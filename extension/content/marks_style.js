// How the marks beside the form's fields look: in a closed shadow root of their own, out of the way of every press.
(() => {
  if (applyonce.marksStyle) return;

  applyonce.marksStyle = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  width: 0 !important;
  height: 0 !important;
  z-index: 2147483646 !important;
  display: block !important;
  opacity: 1 !important;
  visibility: visible !important;
  transform: none !important;
  filter: none !important;
  pointer-events: none !important;
  color-scheme: light dark !important;
}
* { box-sizing: border-box; pointer-events: none; }
.ring, .tag { position: fixed; top: 0; left: 0; }
.ring, .tag { --tone: #52637a; --paper: #ffffff; --halo: rgba(255, 255, 255, .9); }
[data-state=filled], [data-state=yours] { --tone: #0f7a4d; }
[data-state=changed_by_page] { --tone: #8a4b00; }
[data-state=not_accepted] { --tone: #b3261e; }
[data-state=left_for_you] { --tone: #1a4fd6; }
@media (prefers-color-scheme: dark) {
  .ring, .tag { --paper: #17202c; --halo: rgba(10, 16, 26, .85); }
  [data-state=filled], [data-state=yours] { --tone: #7be0ae; }
  [data-state=changed_by_page] { --tone: #ffcc80; }
  [data-state=not_accepted] { --tone: #ffb4ab; }
  [data-state=left_for_you] { --tone: #a9c4ff; }
}
.ring { border: 2px solid var(--tone); border-radius: 8px; box-shadow: 0 0 0 1px var(--halo); }
.ring[data-quiet], .ring[data-state=filled], .ring[data-state=yours] { display: none; }
.tag {
  display: inline-flex;
  align-items: center;
  gap: 4px;
  height: 20px;
  padding: 0 8px 0 5px;
  border: 1.5px solid var(--tone);
  border-radius: 999px;
  color: var(--tone);
  background: var(--paper);
  font: 650 11px/1 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  white-space: nowrap;
  box-shadow: 0 1px 3px rgba(10, 25, 50, .22);
}
.tag[data-state=filled], .tag[data-state=yours], .tag[data-quiet] { padding: 0; width: 18px; height: 18px; justify-content: center; }
.tag[data-state=filled] span, .tag[data-state=yours] span, .tag[data-quiet] span { display: none; }
.tag svg { width: 12px; height: 12px; flex: none; }
.found { animation: found 1.2s ease-out 2; }
@keyframes found { 40% { box-shadow: 0 0 0 7px color-mix(in srgb, var(--tone) 45%, transparent); } }
[hidden] { display: none !important; }
@media (prefers-reduced-motion: reduce) { .found { animation: none; outline: 3px solid var(--tone); outline-offset: 3px; } }
@media (forced-colors: active) { .ring, .tag { border-color: Highlight; color: CanvasText; background: Canvas; } }
@media print { :host { display: none !important; } }
`;
})();
