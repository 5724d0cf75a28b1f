"""Charts as SVG, drawn here so that nothing must be installed: lines over logarithmic axes, readable in light and dark."""

import html
import math

WIDTH, HEIGHT = 340, 300  # of one panel
LEFT, RIGHT, TOP, BOTTOM = 58, 18, 58, 48  # margins
COLOURS = 3

STYLE = """
svg { font: 12px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; }
.paper { fill: #ffffff } .text { fill: #1f2328 } .quiet { fill: #59636e } .grid { stroke: #d9dee4 }
.head { font-weight: 600; font-size: 13px }
.line { fill: none; stroke-width: 2; stroke-linejoin: round } .spread { stroke-width: 1.2; opacity: .7 }
.c0 .line, .c0 .spread { stroke: #0a5fd1 } .c0 .dot, .c0 .name { fill: #0a5fd1 }
.c1 .line, .c1 .spread { stroke: #b3470a } .c1 .dot, .c1 .name { fill: #b3470a }
.c2 .line, .c2 .spread { stroke: #0b7a53 } .c2 .dot, .c2 .name { fill: #0b7a53 }
@media (prefers-color-scheme: dark) {
  .paper { fill: #0d1117 } .text { fill: #e6edf3 } .quiet { fill: #9198a1 } .grid { stroke: #2b323b }
  .c0 .line, .c0 .spread { stroke: #6cb0ff } .c0 .dot, .c0 .name { fill: #6cb0ff }
  .c1 .line, .c1 .spread { stroke: #ff9b57 } .c1 .dot, .c1 .name { fill: #ff9b57 }
  .c2 .line, .c2 .spread { stroke: #4fd1a0 } .c2 .dot, .c2 .name { fill: #4fd1a0 }
}
"""


class Series:
    """A line: points (x, y) or (x, y, least, most), all above zero."""

    def __init__(self, name, points):
        self.name = name
        self.points = sorted(points)


class Panel:
    """One pair of axes with its lines. The marks below are the values that were measured."""

    def __init__(self, title, x_label, y_label, series):
        self.title = title
        self.x_label = x_label
        self.y_label = y_label
        self.series = [one for one in series if one.points]


class Scale:
    """A logarithmic axis from a value to a length on paper."""

    def __init__(self, values, begin, end):
        low, high = min(values), max(values)
        room = 1.0 if high < 2 * low else 1.15
        self.low = low / (room if high > low else 2)
        self.high = high * (room if high > low else 2)
        self.begin, self.end = begin, end

    def __call__(self, value):
        part = math.log(value / self.low) / math.log(self.high / self.low)
        return self.begin + part * (self.end - self.begin)

    def ticks(self):
        """Powers of ten, and their double and fivefold when there are few."""
        for steps in ((1,), (1, 2, 5), (1, 1.5, 2, 3, 4, 5, 6, 8)):
            decades = range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)
            found = [step * 10.0 ** decade for decade in decades for step in steps
                     if self.low <= step * 10.0 ** decade <= self.high]
            if len(found) >= 3:
                return found
        return found


def short(value):
    """A number as one reads it from an axis: 0.25, 40, 2k, 1M."""
    for size, unit in ((1e9, 'G'), (1e6, 'M'), (1e3, 'k')):
        if value >= size:
            return f'{value / size:g}{unit}'
    return f'{value:g}'


def whole(value):
    """A number that was chosen: 16, 1,024, 1M."""
    return short(value) if value >= 10_000 else f'{value:,}'


def text(x, y, words, kind='quiet', anchor='middle', more=''):
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}" text-anchor="{anchor}"{more}>{html.escape(words)}</text>'


def drawn_series(number, series, x_scale, y_scale):
    dots = [(x_scale(point[0]), y_scale(point[1])) for point in series.points]
    path = ' '.join(f'{"L" if i else "M"}{x:.1f} {y:.1f}' for i, (x, y) in enumerate(dots))
    parts = [f'<g class="c{number % COLOURS}"><path class="line" d="{path}"/>']
    for point, (x, y) in zip(series.points, dots):
        if len(point) == 4:
            parts.append(f'<path class="spread" d="M{x:.1f} {y_scale(point[2]):.1f} V{y_scale(point[3]):.1f}"/>')
        parts.append(f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="3"/>')
    return parts + ['</g>']


def drawn_axes(panel, x_scale, y_scale):
    right, bottom = WIDTH - RIGHT, HEIGHT - BOTTOM
    parts = [text(LEFT, 22, panel.title, 'text head', 'start'),
             text((LEFT + right) / 2, HEIGHT - 12, panel.x_label),
             text(14, (TOP + bottom) / 2, panel.y_label, more=f' transform="rotate(-90 14 {(TOP + bottom) / 2:.1f})"')]
    for value in y_scale.ticks():
        y = y_scale(value)
        parts.append(f'<path class="grid" d="M{LEFT} {y:.1f} H{right}"/>')
        parts.append(text(LEFT - 6, y + 4, short(value), anchor='end'))
    for value in sorted({point[0] for series in panel.series for point in series.points}):
        x = x_scale(value)
        parts.append(f'<path class="grid" d="M{x:.1f} {TOP} V{bottom}"/>')
        parts.append(text(x, bottom + 16, whole(value)))
    return parts


def drawn_names(panel):
    parts, x = [], LEFT
    for number, series in enumerate(panel.series):
        parts.append(f'<g class="c{number % COLOURS}"><circle class="dot" cx="{x + 4}" cy="40" r="4"/>'
                     + text(x + 13, 44, series.name, 'name', 'start') + '</g>')
        x += 30 + 6.6 * len(series.name)
    return parts


def drawn_panel(panel):
    xs = [point[0] for series in panel.series for point in series.points]
    ys = [value for series in panel.series for point in series.points for value in point[1:]]
    x_scale = Scale(xs, LEFT, WIDTH - RIGHT)
    y_scale = Scale(ys, HEIGHT - BOTTOM, TOP)
    parts = drawn_axes(panel, x_scale, y_scale) + drawn_names(panel)
    for number, series in enumerate(panel.series):
        parts += drawn_series(number, series, x_scale, y_scale)
    return parts


def draw(panels, description):
    """The panels side by side, as the text of an SVG file."""
    width = WIDTH * len(panels)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {HEIGHT}" width="{width}" '
             f'height="{HEIGHT}" role="img">',
             f'<title>{html.escape(description)}</title>', f'<style>{STYLE}</style>',
             f'<rect class="paper" width="{width}" height="{HEIGHT}"/>']
    for number, panel in enumerate(panels):
        parts.append(f'<g transform="translate({number * WIDTH} 0)">')
        parts += drawn_panel(panel)
        parts.append('</g>')
    return '\n'.join(parts + ['</svg>', ''])
