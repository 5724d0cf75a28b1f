// The browser, and pages in it that are watched: what they say on their console, and what they ask the network for.
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

export const LIGHT_WIDE = { colorScheme: "light", viewport: { width: 1100, height: 900 } };

/** The programs of others that .ci/npm names. */
export class Tools {
  constructor(directory) {
    this.require = createRequire(path.join(path.resolve(directory), "package.json"));
  }

  load(name) {
    return import(pathToFileURL(this.require.resolve(name)));
  }
}

export class Stage {
  static async open(tools, executablePath) {
    const { chromium } = tools.require("playwright-core");
    // Chromium has no sandbox for root, as whom containers run, and in them /dev/shm is small.
    return new Stage(await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] }));
  }

  constructor(browser) {
    this.browser = browser;
  }

  /** Opens a page from disk in a context of its own. `faults` fills with what no page may do. */
  async page(file, options = LIGHT_WIDE) {
    const context = await this.browser.newContext({ locale: "de-DE", timezoneId: "Asia/Kathmandu", ...options });
    const page = await context.newPage();
    const address = pathToFileURL(file).href;
    const faults = watch(page, context, address);
    await page.goto(address);
    return { page, faults, close: () => context.close() };
  }

  close() {
    return this.browser.close();
  }
}

/** Errors of scripts, all that stands on the console, dialogs, other windows, and requests for anything but the page. */
export function watch(page, context, address) {
  const faults = [];
  page.on("console", (message) => faults.push(`console (${message.type()}): ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`error: ${error.stack}`));
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  context.on("request", (request) => {
    if (request.url().split("#")[0] !== address) faults.push(`request: ${request.url()}`);
  });
  context.on("page", (other) => {
    if (other !== page) faults.push(`window: ${other.url()}`);
  });
  return faults;
}
