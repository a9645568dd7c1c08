const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeText = (text: string): string => text.replace(/[&<>"']/g, sign => ESCAPES[sign] ?? sign);

const STYLE = `body{margin:0 auto;max-width:720px;padding:16px;font:20px/1.7 "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1f2328;background:#fff}
h1{font-size:26px}p{margin:0 0 8px}figure{margin:16px 0;overflow-x:auto}
svg{width:100%;min-width:700px;height:auto}`;

/** The digest as one page that needs nothing else. `svg` is what `drawDigestChart` made: trusted, never a person's text. */
export function digestPage(digest: { text: string; chart: { title: string } }, svg: string): string {
  const title = escapeText(digest.chart.title);
  const lines = digest.text.split('\n').map(line => `<p>${escapeText(line)}</p>`);
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
${lines.join('\n')}
<figure role="img" aria-label="${title}：群的状态、联系和帮助">${svg}</figure>
</main>
</body>
</html>
`;
}
