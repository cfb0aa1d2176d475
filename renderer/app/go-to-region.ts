const focusable =
  'button:not([disabled], [tabindex="-1"]), [role="treeitem"][tabindex="0"], [role="option"][tabindex="0"], input, textarea, [contenteditable="true"], [tabindex="0"]';

/** Moves the focus to the next region in the order of the page (F6), into the first thing there that can take it. */
export function goToRegion(step: number): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  if (regions.length === 0) return;
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  for (let tried = 1; tried <= regions.length; tried += 1) {
    const start = at < 0 && step < 0 ? 0 : at;
    const index = (start + step * tried + regions.length * tried) % regions.length;
    const region = regions[index];
    const target =
      region?.querySelector<HTMLElement>('[data-region-start]') ?? region?.querySelector<HTMLElement>(focusable);
    if (target) {
      target.focus();
      return;
    }
  }
}
