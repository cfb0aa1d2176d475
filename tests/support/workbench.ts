// The workbench as its user sees it: by role and name.
import type { Locator, Page } from '@playwright/test';

export class Workbench {
  readonly page: Page;
  readonly response: Locator;
  readonly request: Locator;
  readonly sidePanel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.response = page.getByRole('region', { name: 'Response', exact: true });
    this.request = page.getByRole('region', { name: 'Request', exact: true });
    this.sidePanel = page.getByRole('complementary', { name: 'Side panel' });
  }

  /** Waits until the sandbox listens: from then on its requests can be sent. */
  async waitForSandbox(): Promise<void> {
    await this.page.getByRole('button', { name: /Sandbox on 127\.0\.0\.1/ }).waitFor();
  }

  /** Opens a request of the sample collection in a tab. */
  async openSample(name: string): Promise<void> {
    await this.page.getByRole('treeitem', { name: new RegExp(name) }).click();
    await this.page.getByRole('tab', { name: new RegExp(name), selected: true }).waitFor();
  }

  /** Opens an empty tab and types a URL into it. */
  async newRequest(url: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+t');
    await this.typeUrl(url);
  }

  /** Replaces the text of the URL field. */
  async typeUrl(url: string): Promise<void> {
    const field = this.request.getByRole('textbox', { name: 'URL' });
    await field.click();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(url);
  }

  /** Presses Send and waits for the answer's status line, or for the failure that stands in its place. */
  async send(): Promise<void> {
    await this.request.getByRole('button', { name: 'Send', exact: true }).click();
  }

  /** The line that a screen reader is told: status, time and size, or what went wrong. */
  get status(): Locator {
    return this.response.getByRole('status').first();
  }

  async openResponseTab(name: RegExp): Promise<void> {
    await this.response.getByRole('tab', { name }).click();
  }

  async openPanel(name: 'Collections' | 'History' | 'Sandbox'): Promise<void> {
    const button = this.page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name });
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
  }

  /** The lines of the history, newest first. */
  get historyLines(): Locator {
    return this.sidePanel.getByRole('option');
  }

  /** Chooses in the title bar whom requests are sent as. */
  async chooseIdentity(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Send as:/ }).click();
    await this.page.getByRole('menuitemradio', { name: new RegExp(`^${name}`) }).click();
  }
}
