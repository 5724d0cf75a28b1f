// A host of MCP Apps: its side of the protocol is the ext-apps library's bridge, its client is the library of MCP.
// Server and bridge are here in Node; the page is in an iframe of the browser, sandboxed as hosts do it.
import { watch } from "./stage.mjs";

const UI = "io.modelcontextprotocol/ui";
const MIME = "text/html;profile=mcp-app";
const HOST = { name: "test host", version: "1" };
export const REPORT = "ui://icmpscope/report";

export class Host {
  /** Starts the server from its jar. */
  static async start(tools, jar) {
    const { Client } = await tools.load("@modelcontextprotocol/client");
    const { StdioClientTransport } = await tools.load("@modelcontextprotocol/client/stdio");
    const { AppBridge } = await tools.load("@modelcontextprotocol/ext-apps/app-bridge");
    const client = new Client(HOST, { capabilities: { extensions: { [UI]: { mimeTypes: [MIME] } } } });
    await client.connect(
      new StdioClientTransport({ command: "java", args: ["-Xlog:disable", "-Xlog:all=warning:stderr", "-jar", jar] }),
    );
    return new Host(client, AppBridge);
  }

  constructor(client, AppBridge) {
    Object.assign(this, { client, AppBridge, calls: [], sizes: [] });
  }

  /** Shows the page of the server in an iframe; gives the frame, once the page has said that it is ready. */
  async show(browser, hostContext, parts = { serverTools: {} }) {
    const {
      contents: [resource],
    } = await this.client.readResource({ uri: REPORT });
    const context = await browser.newContext({ viewport: { width: 900, height: 900 } });
    const page = await context.newPage();
    this.faults = watch(page, context, "about:srcdoc");
    this.bridge = new this.AppBridge(this.client, HOST, parts, { hostContext });
    this.bridge.onsizechange = (size) => this.sizes.push(size);
    const ready = new Promise((resolve) => (this.bridge.oninitialized = resolve));
    await this.bridge.connect(await this.transport(page));
    await page.evaluate((html) => {
      const frame = document.createElement("iframe");
      frame.title = "report";
      frame.sandbox = "allow-scripts";
      frame.style = "width: 100%; height: 850px; border: 0";
      frame.srcdoc = html;
      document.body.append(frame);
    }, resource.text);
    await ready;
    this.context = context;
    return page.frameLocator("iframe");
  }

  async analyze(capture) {
    const given = { pcap_file: capture };
    const result = await this.client.callTool({ name: "analyze_icmp_packets", arguments: given });
    await this.bridge.sendToolInput({ arguments: given });
    await this.bridge.sendToolResult(result);
    return result;
  }

  list(given) {
    return this.client.callTool({ name: "list_icmp_packets", arguments: given });
  }

  async close() {
    await this.context?.close();
    await this.client.close();
  }

  /** Carries messages between the bridge and the window of the iframe, and keeps the calls of tools among them. */
  async transport(page) {
    const carrier = {
      start: async () => {},
      close: async () => {},
      send: (message) => page.evaluate((data) => document.querySelector("iframe").contentWindow.postMessage(data, "*"), message),
    };
    await page.exposeFunction("carry", (message) => {
      if (message.method === "tools/call") this.calls.push(message.params);
      carrier.onmessage(message);
    });
    await page.evaluate(() =>
      addEventListener("message", ({ source, data }) => {
        if (source === document.querySelector("iframe")?.contentWindow) globalThis.carry(data);
      }),
    );
    return carrier;
  }
}
