import type { BarChart, Chart, LineChart } from "../results.ts";

const WIDTH = 800;
const HEIGHT = 360;
const LEFT = 70;
const RIGHT = 130;
const TOP = 50;
const BOTTOM = 40;
const plot = { width: WIDTH - LEFT - RIGHT, height: HEIGHT - TOP - BOTTOM };

/** Told apart by those who see few colours, too (Okabe and Ito). */
const colours = ["#0072b2", "#d55e00", "#e69f00", "#009e73", "#cc79a7", "#56b4e9"];

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function write(x: number, y: number, text: string, attributes = ""): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${attributes}>${escape(text)}</text>`;
}

function frame({ title, unit }: Chart, content: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" role="img">
<title>${escape(title)}</title>
<rect width="100%" height="100%" fill="#fff"/>
${write(LEFT, 22, title, 'font-size="15" font-weight="bold"')}
${write(LEFT, 40, unit, 'fill="#555"')}
${content.join("\n")}
</svg>
`;
}

function drawBars(chart: BarChart): string {
  const bars = Object.entries(chart.bars);
  const most = Math.max(...bars.map(([, value]) => value), 1);
  const rowHeight = plot.height / bars.length;
  const left = LEFT + 60;
  const content = bars.flatMap(([name, value], index) => {
    const y = TOP + index * rowHeight;
    const width = (value / most) * (WIDTH - left - 90);
    const middle = y + rowHeight / 2;
    return [
      write(left - 8, middle + 4, name, 'text-anchor="end"'),
      `<rect x="${left}" y="${(y + 4).toFixed(1)}" width="${width.toFixed(1)}" height="${(rowHeight - 8).toFixed(1)}" fill="${colours[index % colours.length]}"/>`,
      write(left + width + 6, middle + 4, value.toLocaleString("en-US")),
    ];
  });
  return frame(chart, content);
}

function drawAxes(most: number, seconds: number): string[] {
  const marks = [0, 0.25, 0.5, 0.75, 1];
  return marks.flatMap((share) => {
    const y = TOP + plot.height * (1 - share);
    const x = LEFT + plot.width * share;
    const label = Math.round(most * share).toLocaleString("en-US");
    return [
      `<path d="M${LEFT} ${y}H${LEFT + plot.width}" stroke="#ddd"/>`,
      write(LEFT - 6, y + 4, label, 'text-anchor="end"'),
      write(x, HEIGHT - 14, `${Math.round(seconds * share)} s`, 'text-anchor="middle"'),
    ];
  });
}

function drawLines(chart: LineChart): string {
  const lines = Object.entries(chart.lines);
  const most = Math.max(...lines.flatMap(([, values]) => values), 1);
  const length = Math.max(...lines.map(([, values]) => values.length), 2);
  const paths = lines.flatMap(([name, values], index) => {
    const colour = colours[index % colours.length];
    const points = values.map((value, at) => {
      const x = LEFT + (at / (length - 1)) * plot.width;
      const y = TOP + plot.height * (1 - value / most);
      return `${x.toFixed(1)} ${y.toFixed(1)}`;
    });
    const y = TOP + 14 + index * 20;
    return [
      `<path d="M${points.join("L")}" fill="none" stroke="${colour}" stroke-width="1.5"/>`,
      `<path d="M${WIDTH - RIGHT + 12} ${y - 4}h16" stroke="${colour}" stroke-width="3"/>`,
      write(WIDTH - RIGHT + 34, y, name),
    ];
  });
  return frame(chart, [...drawAxes(most, (length - 1) * chart.stepSeconds), ...paths]);
}

/** Draws a chart as a file of its own. */
export function drawChart(chart: Chart): string {
  return chart.kind === "bars" ? drawBars(chart) : drawLines(chart);
}
