// ui/report/dom.ts
function e(e, t, ...n) {
	let r = document.createElement(e);
	for (let [e, n] of Object.entries(t)) typeof n == "string" ? r.setAttribute(e, n) : r.addEventListener(e, n);
	return r.append(...n.filter((e) => e !== void 0 && e !== !1)), r;
}
function t(e) {
	return JSON.parse(document.getElementById(e)?.textContent ?? "null");
}
function n(e) {
	return [...document.querySelectorAll(e)];
}
// ui/report/words.ts
var r = t("words"), i = n(".check"), a = n(".part"), o = n(".checklist-section"), s = n(".chip"), c = document.querySelector("#search"), l = document.querySelector("#contract"), u = document.querySelector(".count [aria-hidden]"), d = document.querySelector(".count [role=status]"), f = document.querySelector(".nothing"), p = /* @__PURE__ */ new Map();
function ee() {
	document.querySelector(".toolbar")?.removeAttribute("hidden"), c?.addEventListener("input", h), l?.addEventListener("change", h), document.querySelector(".reset")?.addEventListener("click", m);
	for (let e of s) e.addEventListener("click", () => {
		e.ariaPressed = String(e.ariaPressed !== "true"), h();
	});
	h();
}
function m() {
	c && (c.value = ""), l && (l.value = "");
	for (let e of s) e.ariaPressed = "false";
	h();
}
function h() {
	let e = s.filter((e) => e.ariaPressed === "true").map((e) => e.dataset.verdict), t = (c?.value ?? "").toLowerCase().split(/\s+/).filter(Boolean), n = 0;
	for (let r of i) {
		let i = (e.length === 0 || e.includes(r.dataset.verdict)) && (!l?.value || r.dataset.contract === l.value) && t.every((e) => _(r).includes(e));
		r.hidden === i && (r.hidden = !i), i && (n += 1);
	}
	for (let e of [...a, ...o]) e.hidden = !e.querySelector(".check:not([hidden])");
	g(n), f && (f.hidden = n > 0 || i.length === 0);
}
function g(e) {
	u && (u.textContent = `${e} / ${i.length}`);
	let t = r.shown.replace("{shown}", String(e)).replace("{all}", String(i.length));
	d && (d.textContent = t);
}
function _(e) {
	let t = p.get(e);
	if (t !== void 0) return t;
	let n = `${e.querySelector("summary")?.textContent ?? ""} ${e.dataset.search ?? ""}`.toLowerCase();
	return p.set(e, n), n;
}
// ui/report/deep-link.ts
function v() {
	addEventListener("hashchange", y), y();
}
function te(e) {
	history.replaceState(null, "", `#${encodeURI(e.id)}`);
}
function y() {
	let e = document.getElementById(ne(location.hash.slice(1)));
	e instanceof HTMLDetailsElement && (e.hidden && m(), e.open = !0, e.scrollIntoView({ block: "start" }), e.querySelector("summary")?.focus({ preventScroll: !0 }));
}
function ne(e) {
	try {
		return decodeURIComponent(e);
	} catch {
		return e;
	}
}
// src/reports/html/level-class.ts
function re(e) {
	return /^(trace|debug|info|warn|error|fatal)$/.test(e) ? e : "other";
}
// ui/shared/curl.ts
var b = /* @__PURE__ */ new Set([
	"host",
	"content-length",
	"connection",
	"accept-encoding",
	"transfer-encoding"
]);
function x({ method: e, url: t, headers: n, body: r }) {
	let i = [`curl -X ${e} ${S(t)}`];
	for (let [e, t] of Object.entries(n)) b.has(e) || i.push(`-H ${S(`${e}: ${t}`)}`);
	return r !== null && i.push(`--data-raw ${S(typeof r == "string" ? r : JSON.stringify(r))}`), i.join(" \\\n  ");
}
function S(e) {
	return `'${e.replaceAll("'", "'\\''")}'`;
}
// ui/shared/clipboard.ts
var C = 1400;
async function w(e) {
	try {
		await navigator.clipboard.writeText(e);
	} catch {
		let t = document.createElement("textarea");
		t.value = e, document.body.append(t), t.select(), document.execCommand("copy"), t.remove();
	}
}
// ui/report/copy.ts
function T(t, n) {
	let i = e("button", {
		type: "button",
		class: "copy",
		click: () => void a()
	}, t);
	i.setAttribute("aria-live", "polite");
	async function a() {
		await w(n()), i.textContent = r.copied, setTimeout(() => {
			i.textContent = t;
		}, C);
	}
	return i;
}
// ui/shared/json-tokens.ts
var E = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g;
function* D(e) {
	let t = 0;
	for (let n of e.matchAll(E)) {
		let [r, i, a, o] = n;
		yield { text: e.slice(t, n.index) }, t = n.index + r.length, yield {
			text: i ?? r,
			kind: i ? a ? "key" : "string" : o ? "word" : "number"
		}, a && (yield { text: a });
	}
	yield { text: e.slice(t) };
}
// ui/report/json-view.ts
var O = 2e5;
function k(t) {
	let n = e("pre", {
		class: "body",
		tabindex: "0"
	});
	if (typeof t == "string") return n.textContent = t, n;
	let r = JSON.stringify(t, null, 2);
	return r.length > O ? n.textContent = r : n.append(...A(r)), n;
}
function* A(t) {
	for (let { text: n, kind: r } of D(t)) yield r ? e("span", { class: r }, n) : n;
}
// ui/report/exchange.ts
function j(t, n) {
	let { step: i, request: a, response: o, logs: s } = t;
	return e("article", { class: "exchange" }, e("header", {}, e("h4", {}, i), e("code", { class: "line" }, e("b", {}, a.method), ` ${a.url}`), M(o?.status)), N(t, n), e("div", { class: "sides" }, P(r.request, a.headers, a.body), o ? P(r.response, o.headers, o.body) : e("section", {}, e("h5", {}, r.response), e("p", { class: "none" }, r.noResponse))), F(s, Date.parse(t.startedAt)), R(t));
}
function M(t) {
	return t === void 0 ? e("span", { class: "status none" }, r.noResponse) : e("span", { class: `status s${Math.trunc(t / 100)}` }, String(t));
}
function N({ startedAt: t, durationMs: n }, { start: i, length: a }) {
	let o = e("span", {}), s = (e) => `${100 * e / Math.max(a, .001)}%`;
	o.style.marginInlineStart = s(Date.parse(t) - i), o.style.width = s(n);
	let c = `${n.toFixed(+(n < 10))} ${r.milliseconds}`;
	return e("div", { class: "timing" }, e("span", { class: "track" }, o), e("span", { class: "took" }, c));
}
function P(t, n, i) {
	let a = Object.entries(n), o = a.map(([t, n]) => e("div", {}, e("dt", {}, t), e("dd", {}, n)));
	return e("section", {}, e("h5", {}, t), e("details", { class: "headers" }, e("summary", {}, `${r.headers} · ${a.length}`), e("dl", {}, ...o)), i === null ? e("p", { class: "none" }, r.noBody) : k(i));
}
function F(t, n) {
	let i = e("h5", {}, r.logs);
	return t.length === 0 ? e("section", { class: "logs" }, i, e("p", { class: "none" }, r.noLogs)) : e("section", { class: "logs" }, i, e("ol", {}, ...t.map((e) => I(e, n))));
}
function I({ time: t, level: n, message: i, file: a }, o) {
	let s = t && Math.round(Date.parse(t) - o);
	return e("li", {}, e("span", {
		class: "after",
		title: t
	}, s === "" ? "" : `${s < 0 ? "−" : "+"}${Math.abs(s)} ${r.milliseconds}`), e("span", { class: `level ${re(n)}` }, n), e("span", { class: "text" }, i), e("span", {
		class: "file",
		title: a
	}, L(a)));
}
function L(e) {
	return e.replace(/^(?:[A-Za-z]:)?[\\/].*[\\/]/, "");
}
function R({ requestId: t, request: n }) {
	return e("footer", {}, e("span", { class: "id" }, `${r.requestId} `, e("code", {}, t)), T(r.copyRequestId, () => t), T(r.copyCurl, () => x(n)));
}
// src/reports/promise.ts
var z = /^(.*) \((\S+ [A-Z]+ \/.*?, #\/\S*)\)$/s;
function ie(e) {
	let [, t = e, n = ""] = z.exec(e) ?? [];
	return {
		text: t,
		promise: n
	};
}
// ui/report/findings.ts
var B = 12;
function V(t) {
	return e("ul", {
		class: "findings",
		"aria-label": r.findings
	}, ...t.map(H));
}
function H({ id: t, message: n, location: r, expected: i, actual: a }) {
	let { text: o, promise: s } = ie(n);
	return e("li", {}, e("p", { class: "message" }, o), i !== void 0 && a !== void 0 && U(i, a), e("p", { class: "where" }, ...[
		t,
		r,
		s
	].filter(Boolean).map((t) => e("code", {}, t))));
}
function U(t, n) {
	let [i, a] = W(t, n), o = (t, n) => e("code", {}, t.slice(0, i), e(n, {}, t.slice(i, t.length - a)), t.slice(t.length - a));
	return e("dl", { class: "comparison" }, e("div", { class: "wanted" }, e("dt", {}, r.expected), e("dd", {}, o(t, "ins"))), e("div", { class: "got" }, e("dt", {}, r.actual), e("dd", {}, o(n, "del"))));
}
function W(e, t) {
	if (Math.max(e.length, t.length) <= B) return [0, 0];
	let n = G(e, t), r = K(e.slice(n), t.slice(n));
	return 2 * (n + r) >= Math.max(e.length, t.length) ? [n, r] : [0, 0];
}
function G(e, t) {
	let n = 0;
	for (; n < e.length && n < t.length && e[n] === t[n];) n += 1;
	return n;
}
function K(e, t) {
	let n = 0;
	for (; n < e.length && n < t.length && e.at(-1 - n) === t.at(-1 - n);) n += 1;
	return n;
}
// ui/report/details.ts
function q(n) {
	if (!n.open || n.querySelector(".inside")) return;
	let i = t(`block-${n.dataset.number}`), a = ae(i.exchanges);
	n.append(e("div", { class: "inside" }, J(i), i.findings.length > 0 && V(i.findings), ...i.exchanges.map((e) => j(e, a)), i.exchanges.length === 0 && e("p", { class: "none" }, r.nothingSent)));
}
function J({ id: t, summary: n, description: i, source: a, reason: o }) {
	let s = a && [a.document, a.line].filter((e) => e !== void 0).join(":");
	return e("div", { class: "about" }, i !== n && !Y(i, n) && e("p", {
		class: "description",
		lang: X(i) ? "ru" : "en"
	}, i), o !== void 0 && e("p", { class: "reason" }, e("b", {}, r.reason), ` ${o}`), e("p", { class: "where" }, e("a", { href: `#${encodeURI(t)}` }, t), ...s ? [` · ${r.documented}: `, e("code", {}, s)] : []));
}
function Y(e, t) {
	return document.documentElement.lang === "ru" && X(t) && !X(e);
}
function X(e) {
	return /[а-яё]/i.test(e);
}
function ae(e) {
	let t = Math.min(...e.map(({ startedAt: e }) => Date.parse(e)));
	return {
		start: t,
		length: Math.max(...e.map(({ startedAt: e, durationMs: t }) => Date.parse(e) + t)) - t
	};
}
// ui/report/keyboard.ts
var Z = document.querySelector("#search");
function oe() {
	document.addEventListener("keydown", (e) => {
		if (e.ctrlKey || e.metaKey || e.altKey) return;
		let t = e.target === Z ? se(e.key) : Q(e.key, e.target);
		t && (e.preventDefault(), t());
	});
}
function se(e) {
	if (e === "Escape") return ce;
	if (e === "ArrowDown" || e === "Enter") return () => $(1);
}
function Q(e, t) {
	if (e === "/") return () => Z?.select();
	if (e === "Escape") return ue;
	if (e === "j") return () => $(1);
	if (e === "k") return () => $(-1);
	if (le(t)) {
		if (e === "ArrowDown") return () => $(1);
		if (e === "ArrowUp") return () => $(-1);
	}
}
function ce() {
	Z?.value ? m() : Z?.blur();
}
function le(e) {
	return (e instanceof Element ? e.closest(".check > summary") : null)?.parentElement ?? void 0;
}
function $(e) {
	let t = document.activeElement?.closest(".check"), n = t ? Number(t.dataset.number) + e : e > 0 ? 0 : i.length - 1;
	for (; i[n]?.hidden;) n += e;
	i[n]?.querySelector("summary")?.focus();
}
function ue() {
	let e = document.activeElement?.closest(".check[open]") ?? [...document.querySelectorAll(".check[open]")].at(-1);
	e && (e.open = !1, e.querySelector("summary")?.focus());
}
// ui/report/main.ts
for (let e of n("header time")) e.textContent = new Date(e.getAttribute("datetime") ?? "").toLocaleString(r.language, {
	dateStyle: "long",
	timeStyle: "medium"
});
document.addEventListener("toggle", ({ target: e }) => {
	e instanceof HTMLDetailsElement && e.matches(".check") && (q(e), e.open && te(e));
}, !0), ee(), oe(), v();
