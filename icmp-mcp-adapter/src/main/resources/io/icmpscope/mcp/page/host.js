// The page inside a conversation: the report comes from the host, by the messages of MCP Apps (JSON-RPC 2.0 by postMessage),
// and so does what the reader asks for.

const VERSION = "2026-01-26"; // of the protocol between pages and hosts
const SERIES = "io.icmpscope/series"; // where the server puts the points of the charts, beside the result
const MESSAGES_A_TIME = 50;

const waiting = new Map(); // requests without an answer yet, by id
let asked = 0;
let given = {}; // the arguments of the tool's call
let mayCall = false;

async function converse() {
  addEventListener("message", (event) => {
    if (event.source === parent && event.data?.jsonrpc === "2.0") hear(event.data);
  });
  place("main").replaceChildren(el("p", { class: "note", role: "status" }, "Waiting for the report."));
  const host = await ask("ui/initialize", {
    appInfo: { name: "icmpscope", version: "1" },
    appCapabilities: { availableDisplayModes: ["inline", "fullscreen"] },
    protocolVersion: VERSION,
  });
  mayCall = exists(host.hostCapabilities?.serverTools);
  adapt(host.hostContext);
  say("ui/notifications/initialized", {});
  new ResizeObserver(tellSize).observe(document.documentElement);
}

function hear(message) {
  if (message.method === undefined) {
    answered(message);
  } else if (message.id !== undefined) {
    const known = message.method === "ping" || message.method === "ui/resource-teardown";
    post({ id: message.id, ...(known ? { result: {} } : { error: { code: -32601, message: "Method not found" } }) });
  } else if (message.method === "ui/notifications/tool-input") {
    given = message.params?.arguments ?? {};
  } else if (message.method === "ui/notifications/tool-result") {
    take(message.params);
  } else if (message.method === "ui/notifications/tool-cancelled") {
    tell("The analysis was cancelled.");
  } else if (message.method === "ui/notifications/host-context-changed") {
    adapt(message.params);
  }
}

function take(result) {
  const report = result?.structuredContent;
  if (!report || result.isError) {
    tell(report?.error ?? "There is no report.");
    return;
  }
  show(report, result._meta?.[SERIES] ?? {});
  if (mayCall && exists(given.pcap_file) && exists(report.packets)) place("main").append(messages(report));
  tellSize();
}

function tell(words) {
  place("main").replaceChildren(el("p", { class: "note", role: "status" }, words));
}

/** The messages of the capture, or of one ping, as many as the reader asks for. */
function messages(report) {
  const choice = el("select", { id: "whose", change: () => anew() }, el("option", { value: "" }, "all messages"), (report.echo?.sessions ?? []).map(ping));
  const list = el("div", {});
  const more = el("button", { type: "button", click: () => next() }, "Show messages");
  const state = el("span", { class: "said", role: "status" });
  let cursor;
  function anew() {
    cursor = undefined;
    list.replaceChildren();
    more.hidden = false;
    more.textContent = "Show messages";
  }
  async function next() {
    const session = report.echo?.sessions?.[choice.value === "" ? -1 : Number(choice.value)];
    state.textContent = "asking";
    try {
      const result = await ask("tools/call", { name: "list_icmp_packets", arguments: filters(session, cursor) });
      const page = result.structuredContent ?? {};
      if (result.isError) throw new Error(page.error ?? "no answer");
      list.append(packetTable(page.packets ?? []) ?? el("p", { class: "note" }, "There are none."));
      cursor = page.next_cursor ?? undefined;
      more.hidden = cursor === undefined;
      more.textContent = "Show more";
      state.textContent = "";
    } catch (failure) {
      state.textContent = failure.message;
    }
  }
  return section("messages", "Messages", el("p", {}, el("label", { for: "whose" }, "Of "), choice, " ", more, " ", state), list);
}

const PACKET_COLUMNS = [
  number("Frame", "frame_number"),
  moment("Time (UTC)", "timestamp"),
  text("From", (row) => row.src_ip, { code: true }),
  text("To", (row) => row.dst_ip, { code: true }),
  text("Message", (row) => row.icmp_type_name),
  number("Id", "icmp_id", (id) => id ?? ""),
  number("Seq", "icmp_seq", (seq) => seq ?? ""),
  number("RTT ms", "rtt_ms", figure),
];

function packetTable(packets) {
  if (packets.length === 0) return null;
  return table(`Messages from frame ${count(packets[0].frame_number)} to ${count(packets.at(-1).frame_number)}`, PACKET_COLUMNS, packets);
}

function ping(session, index) {
  return el("option", { value: index }, `${session.requester} → ${session.responder} id ${session.icmp_id}`);
}

function filters(session, cursor) {
  const of = session ? { address: session.responder, icmp_id: session.icmp_id, first_frame: session.first_frame, last_frame: session.last_frame } : {};
  return { pcap_file: given.pcap_file, limit: MESSAGES_A_TIME, ...of, ...(exists(cursor) ? { cursor } : {}) };
}

/** Light or dark, as the host is. */
function adapt(context) {
  if (context?.theme === "light" || context?.theme === "dark") theme(context.theme);
}

function tellSize() {
  const { width, height } = document.documentElement.getBoundingClientRect();
  say("ui/notifications/size-changed", { width: Math.ceil(width), height: Math.ceil(height) });
}

function ask(method, params) {
  const id = ++asked;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    post({ id, method, params });
  });
}

function answered(message) {
  const who = waiting.get(message.id);
  waiting.delete(message.id);
  if (message.error) who?.reject(new Error(message.error.message));
  else who?.resolve(message.result);
}

function say(method, params) {
  post({ method, params });
}

function post(message) {
  parent.postMessage({ jsonrpc: "2.0", ...message }, "*"); // who frames the page is who shows it, whatever its origin
}
