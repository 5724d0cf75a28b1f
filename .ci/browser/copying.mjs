// The button beside a display filter: it copies where the clipboard is at hand, and where it is not.
import assert from "node:assert/strict";

export async function copy(t, stage, file, report) {
  const wanted = report.findings.find((finding) => finding.display_filter).display_filter;
  await t.test("a display filter is copied to the clipboard", async () => {
    const { page, faults, close } = await stage.page(file, { permissions: ["clipboard-read", "clipboard-write"] });
    const filter = page.locator(".filter").first();
    await filter.getByRole("button").press("Enter");
    await filter.getByText("copied").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), wanted);
    assert.deepEqual(faults, []);
    await close();
  });
  await t.test("and where a page has no clipboard, by a selection", async () => {
    const { page, faults, close } = await stage.page(file);
    await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    const filter = page.locator(".filter").first();
    await filter.getByRole("button").click();
    await filter.getByText("copied").waitFor();
    assert.equal(await page.evaluate(() => getSelection().toString()), wanted);
    assert.equal(await pasted(page), wanted);
    assert.deepEqual(faults, []);
    await close();
  });
}

async function pasted(page) {
  await page.evaluate(() => document.body.append(document.createElement("textarea")));
  const field = page.locator("textarea");
  await field.press("Control+V");
  return field.inputValue();
}
