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

/** A step of 1, 2 or 5 times a power of ten, or of whole minutes, so that some five fit. */
function stepOf(most: number, isTime = false): number {
  const steps = isTime ? [15, 30, 60, 120, 300, 600] : [1, 2, 5, 10];
  const unit = isTime ? 1 : 10 ** Math.floor(Math.log10(most / 5));
  return (steps.find((it) => it * unit >= most / 7) ?? most) * unit;
}

function marksOf(most: number, isTime?: boolean): number[] {
  const step = stepOf(most, isTime);
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}

interface Scale {
  x(seconds: number): number;
  y(value: number): number;
}

function drawAxes({ x, y }: Scale, most: number, seconds: number): string[] {
  return [
    ...marksOf(most).flatMap((value) => [
      `<path d="M${LEFT} ${y(value).toFixed(1)}H${LEFT + plot.width}" stroke="#ddd"/>`,
      write(LEFT - 6, y(value) + 4, value.toLocaleString("en-US"), 'text-anchor="end"'),
    ]),
    ...marksOf(seconds, true).map((at) =>
      write(x(at), HEIGHT - 14, `${at} s`, 'text-anchor="middle"'),
    ),
  ];
}

function drawFault({ x }: Scale, { fault }: LineChart): string[] {
  if (!fault) return [];
  const [from, until] = [x(fault.from).toFixed(1), x(fault.until).toFixed(1)];
  return [
    `<path d="M${from} ${TOP}H${until}V${TOP + plot.height}H${from}Z" fill="#eee"/>`,
    write(x(fault.until) + 4, TOP - 4, `◂ ${fault.text}`, 'fill="#555"'),
  ];
}

function drawLevel({ y }: Scale, { level }: LineChart): string[] {
  if (!level) return [];
  const halo = 'stroke="#fff" stroke-width="4" paint-order="stroke"';
  const end = LEFT + plot.width;
  return [
    `<path d="M${LEFT} ${y(level.at).toFixed(1)}H${end}" stroke="#555" stroke-dasharray="6 4"/>`,
    write(end - 4, y(level.at) - 5, level.text, `fill="#555" text-anchor="end" ${halo}`),
  ];
}

function drawLines(chart: LineChart): string {
  const lines = Object.entries(chart.lines);
  const most = Math.max(...lines.flatMap(([, values]) => values), chart.level?.at ?? 1);
  const length = Math.max(...lines.map(([, values]) => values.length), 2);
  const seconds = (length - 1) * chart.stepSeconds;
  const scale: Scale = {
    x: (at) => LEFT + (at / seconds) * plot.width,
    y: (value) => TOP + plot.height * (1 - value / most),
  };
  const paths = lines.flatMap(([name, values], index) => {
    const colour = colours[index % colours.length];
    const points = values.map(
      (value, at) => `${scale.x(at * chart.stepSeconds).toFixed(1)} ${scale.y(value).toFixed(1)}`,
    );
    const y = TOP + 14 + index * 20;
    return [
      `<path d="M${points.join("L")}" fill="none" stroke="${colour}" stroke-width="1.5"/>`,
      `<path d="M${WIDTH - RIGHT + 12} ${y - 4}h16" stroke="${colour}" stroke-width="3"/>`,
      write(WIDTH - RIGHT + 34, y, name),
    ];
  });
  const axes = drawAxes(scale, most, seconds);
  return frame(chart, [...drawFault(scale, chart), ...axes, ...paths, ...drawLevel(scale, chart)]);
}

/** Draws a chart as a file of its own. */
export function drawChart(chart: Chart): string {
  return chart.kind === "bars" ? drawBars(chart) : drawLines(chart);
}
