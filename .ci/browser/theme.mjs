// Light and dark, and paper, which is light whatever the screen is.
import assert from "node:assert/strict";

export async function theme(t, page) {
  const look = () =>
    page.evaluate(async () => {
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      const style = getComputedStyle(document.body);
      return {
        paper: light(style.backgroundColor),
        ink: light(style.color),
        chart: document.querySelector("canvas").toDataURL(),
      };

      function light(colour) {
        return (
          colour
            .match(/\d+/g)
            .slice(0, 3)
            .reduce((sum, part) => sum + Number(part), 0) / 765
        );
      }
    });
  await page.emulateMedia({ colorScheme: "light" });
  const light = await look();
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await look();
  await t.test("paper is light and ink dark, and the other way round in the dark", () => {
    assert.ok(light.paper > 0.9 && light.ink < 0.3, JSON.stringify([light.paper, light.ink]));
    assert.ok(dark.paper < 0.2 && dark.ink > 0.7, JSON.stringify([dark.paper, dark.ink]));
  });
  await t.test("charts are drawn anew in other colours", () => assert.notEqual(dark.chart, light.chart));
  await t.test("it is printed as if by day", async () => {
    await page.evaluate(() =>
      addEventListener("beforeprint", () => {
        document.body.dataset.printed = getComputedStyle(document.body).backgroundColor;
      }),
    );
    const pdf = await page.pdf();
    assert.ok(pdf.length > 10_000, `${pdf.length} bytes`);
    assert.equal(await page.evaluate(() => document.body.dataset.printed), "rgb(255, 255, 255)");
    assert.deepEqual(await look(), dark);
  });
}
