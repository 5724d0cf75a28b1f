// How figures and times of the JSON are to stand on the page: written anew from their digits, not by the page's own means.

const present = (value) => value !== null && value !== undefined;

/** A number with commas between thousands and at most so many decimals, half away from zero. */
export function decimal(value, digits) {
  if (!present(value)) return "";
  const [whole, fraction = ""] = plain(value).split(".");
  const scaled = BigInt(whole + fraction.padEnd(digits + 1, "0").slice(0, digits)) + (fraction.charAt(digits) >= "5" ? 1n : 0n);
  const words = String(scaled).padStart(digits + 1, "0");
  const split = words.length - digits;
  const thousands = words.slice(0, split).replace(/\B(?=(\d{3})+$)/g, ",");
  const decimals = words.slice(split).replace(/0+$/, "");
  return decimals === "" ? thousands : `${thousands}.${decimals}`;
}

function plain(value) {
  const words = String(value);
  if (!/^\d+(\.\d+)?$/.test(words)) return value.toFixed(12);
  return words;
}

export const count = (value) => decimal(value, 0);
export const figure = (value) => decimal(value, 3);
export const millis = (value) => (present(value) ? `${decimal(value, 3)} ms` : "");
export const seconds = (value) => (present(value) ? `${decimal(value, 3)} s` : "");
export const percent = (value) => {
  if (!present(value)) return "";
  if (value > 0 && value < 0.01) return "< 0.01 %";
  return value > 99.99 && value < 100 ? "> 99.99 %" : `${decimal(value, 2)} %`;
};
export const spaced = (name) => name.split("_").join(" ");
export const counts = (list) => list.map(count).join(", ");

/** How a report writes times: those of one day without the date, all to the millisecond. */
export function clockOf(report) {
  const { first_time: first, last_time: last } = report.capture;
  const oneDay = present(first) && first.split("T")[0] === last.split("T")[0];
  return (time) => {
    if (!present(time)) return "";
    const [date, rest] = time.split("T");
    const clock = rest.replace("Z", "").slice(0, 12);
    return oneDay ? clock : `${date} ${clock}`;
  };
}

export function span(clock, first, last) {
  if (!present(first)) return "";
  return first === last ? clock(first) : `${clock(first)} to ${clock(last)}`;
}
