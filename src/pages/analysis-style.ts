/** The look of the page: read on a phone by a person of sixty, in daylight, at night and on paper. */
export const ANALYSIS_STYLE = `
:root{color-scheme:light dark;--ink:#1f2328;--soft:#4a5058;--paper:#fff;--card:#f5f6f8;--line:#c9ced6;--do:#e8f1ea;--link:#0b5394}
@media (prefers-color-scheme:dark){:root{--ink:#eceef1;--soft:#bcc3cc;--paper:#16181c;--card:#22262c;--line:#4a515b;--do:#1f3327;--link:#9cc7ff}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:720px;padding:16px 16px 48px;font:20px/1.65 "PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
h1{font-size:28px;line-height:1.35;margin:8px 0}
h2{font-size:24px;margin:32px 0 12px}
h3{font-size:22px;line-height:1.4;margin:0}
h4{font-size:19px;margin:0 0 4px}
p{margin:0 0 8px}
ul{margin:0;padding-left:1.2em}
a{color:var(--link)}
.soft{color:var(--soft);font-size:18px}
.bar{display:block;width:100%;height:auto;margin:8px 0}
.bar text{fill:#fff;font-size:18px;font-weight:600}
.notice{border:2px solid var(--line);border-radius:12px;padding:12px 16px}
.mark{flex:none;width:44px;height:44px;border-radius:10px;color:#fff;font-weight:600;font-size:22px;display:flex;align-items:center;justify-content:center}
.group,.unit{background:var(--card);border-radius:16px;padding:16px;margin:0 0 16px}
.head{display:flex;gap:12px;align-items:center;margin-bottom:8px}
.state{font-weight:600}
.do{background:var(--do);border-radius:12px;padding:12px 14px;margin:12px 0}
.do p:last-child{margin:0}
details{border-top:1px solid var(--line)}
summary{min-height:48px;padding:8px 0;cursor:pointer}
summary::marker{color:var(--soft)}
details p,details ul{margin-bottom:12px}
.number{display:inline;font-weight:600}
.inner{padding-left:12px}
.list a{display:block;padding:8px 0;min-height:44px}
@media print{body{max-width:none;font-size:13pt}.group,.unit{break-inside:avoid;border:1px solid #999;background:#fff}.mark,.bar,.do{print-color-adjust:exact;-webkit-print-color-adjust:exact}details::details-content{content-visibility:visible;block-size:auto}}
`;
