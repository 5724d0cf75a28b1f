// The pictures in the README of the adapter: pages of recorded captures, as a reader scrolls to them.
import path from "node:path";

const PICTURES = [
  { name: "ping-with-loss.png", capture: ["ping4-loss.pcap"], colorScheme: "light", width: 900, height: 470, part: "rtt" },
  {
    name: "traceroute-with-branches.png",
    capture: ["traceroute4-ecmp.pcap"],
    colorScheme: "dark",
    width: 600,
    height: 450,
    part: "traceroutes",
  },
  { name: "outage-on-a-phone.png", capture: ["outage4.pcap"], colorScheme: "light", width: 360, height: 740, part: "findings" },
];

export const NAMES = PICTURES.map((picture) => picture.name);

/** Writes them below a directory. */
export async function paint(stage, reports, directory) {
  for (const { name, capture, colorScheme, width, height, part } of PICTURES) {
    const { page: file } = await reports.recorded(...capture);
    const { page, close } = await stage.page(file, { colorScheme, viewport: { width, height } });
    await page.locator(`#${part}`).evaluate((section) => section.scrollIntoView());
    await page.screenshot({ path: path.join(directory, name) });
    await close();
  }
}
