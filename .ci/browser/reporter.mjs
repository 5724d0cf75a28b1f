// Prints a line for each page or behaviour that was looked at, with the number of its checks, and every check that failed.

export default async function* report(events) {
  let checks = 0;
  let all = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    const ok = type === "test:pass";
    const own = data.nesting > 0;
    if (own) checks++;
    if (!ok) failed++;
    if (!ok && data.details.error?.failureType !== "subtestsFailed") yield `FAIL: ${data.name}\n${reason(data.details.error)}\n`;
    if (own) continue;
    yield `${ok ? "PASS" : "FAIL"}: ${data.name}${checks > 0 ? ` (${checks} checks)` : ""}\n`;
    all += Math.max(1, checks);
    checks = 0;
  }
  yield `${failed > 0 ? "FAIL" : "PASS"}: ${all} checks of the page in a browser\n`;
}

function reason(error) {
  const cause = error?.cause ?? error;
  return String(cause?.stack ?? cause).slice(0, 1500);
}
