import { escapeMarkup } from '../pages/escape-markup.ts';
import type { Digest } from './digest-input.ts';
import { numbersPart, quadrantPart, weeksPart } from './page-parts.ts';

const STYLE = `body{margin:0 auto;max-width:720px;padding:16px;font:20px/1.7 "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1f2328;background:#fff;overflow-wrap:anywhere}
h1{font-size:26px}h2{font-size:24px;margin:28px 0 8px}h3{font-size:20px;margin:16px 0 0}p{margin:0 0 8px}
ul{list-style:none;margin:0;padding:0}.numbers{display:grid;grid-template-columns:repeat(3,1fr);text-align:center}.numbers strong{display:block;font-size:44px;line-height:1.2}
table{width:100%;table-layout:fixed;border-collapse:separate;border-spacing:3px}caption{text-align:left}th{font-weight:400;font-size:18px;color:#57606a}td{height:40px;border-radius:6px;color:#fff;font-weight:700;text-align:center}
.boxes{display:grid;grid-template-columns:1fr 1fr;gap:8px}.boxes li{border:1px solid #57606a;border-radius:8px;padding:8px}.boxes strong{display:block}
figure{margin:16px 0;overflow-x:auto}svg{width:100%;min-width:700px;height:auto}summary{padding:8px 0}`;

/**
 * The digest as one page that needs nothing else, to be read on a phone without scrolling sideways; the picture lies folded
 * at its end. `svg` is what `drawDigestChart` made: trusted, never a person's text.
 */
export function digestPage({ text, chart }: Digest, svg: string): string {
  const title = escapeMarkup(chart.title);
  const lines = text.split('\n').map(line => `<p>${escapeMarkup(line)}</p>`);
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${escapeMarkup(chart.span)}</p>
${numbersPart(chart)}
${lines.join('\n')}
${weeksPart(chart)}
${quadrantPart(chart)}
<details><summary>整张图</summary><figure role="img" aria-label="${title}：群的状态、联系和帮助">${svg}</figure></details>
</main>
</body>
</html>
`;
}
