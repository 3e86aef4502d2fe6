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
function m() {
	document.querySelector(".toolbar")?.removeAttribute("hidden"), c?.addEventListener("input", g), l?.addEventListener("change", g), document.querySelector(".reset")?.addEventListener("click", h);
	for (let e of s) e.addEventListener("click", () => {
		e.ariaPressed = String(e.ariaPressed !== "true"), g();
	});
	g();
}
function h() {
	c && (c.value = ""), l && (l.value = "");
	for (let e of s) e.ariaPressed = "false";
	g();
}
function g() {
	let e = s.filter((e) => e.ariaPressed === "true").map((e) => e.dataset.verdict), t = (c?.value ?? "").toLowerCase().split(/\s+/).filter(Boolean), n = 0;
	for (let r of i) {
		let i = (e.length === 0 || e.includes(r.dataset.verdict)) && (!l?.value || r.dataset.contract === l.value) && t.every((e) => v(r).includes(e));
		r.hidden === i && (r.hidden = !i), i && (n += 1);
	}
	for (let e of [...a, ...o]) e.hidden = !e.querySelector(".check:not([hidden])");
	_(n), f && (f.hidden = n > 0 || i.length === 0);
}
function _(e) {
	u && (u.textContent = `${e} / ${i.length}`);
	let t = r.shown.replace("{shown}", String(e)).replace("{all}", String(i.length));
	d && (d.textContent = t);
}
function v(e) {
	let t = p.get(e);
	if (t !== void 0) return t;
	let n = `${e.querySelector("summary")?.textContent ?? ""} ${e.dataset.search ?? ""}`.toLowerCase();
	return p.set(e, n), n;
}
// ui/report/deep-link.ts
function y() {
	addEventListener("hashchange", x), x();
}
function b(e) {
	history.replaceState(null, "", `#${encodeURI(e.id)}`);
}
function x() {
	let e = document.getElementById(S(location.hash.slice(1)));
	e instanceof HTMLDetailsElement && (e.hidden && h(), e.open = !0, e.scrollIntoView({ block: "start" }), e.querySelector("summary")?.focus({ preventScroll: !0 }));
}
function S(e) {
	try {
		return decodeURIComponent(e);
	} catch {
		return e;
	}
}
// ui/shared/curl.ts
var ee = /* @__PURE__ */ new Set([
	"host",
	"content-length",
	"connection",
	"accept-encoding",
	"transfer-encoding"
]);
function C({ method: e, url: t, headers: n, body: r }) {
	let i = [`curl -X ${e} ${w(t)}`];
	for (let [e, t] of Object.entries(n)) ee.has(e) || i.push(`-H ${w(`${e}: ${t}`)}`);
	return r !== null && i.push(`--data-raw ${w(typeof r == "string" ? r : JSON.stringify(r))}`), i.join(" \\\n  ");
}
function w(e) {
	return `'${e.replaceAll("'", "'\\''")}'`;
}
// ui/shared/clipboard.ts
var T = 1400;
async function E(e) {
	try {
		await navigator.clipboard.writeText(e);
	} catch {
		let t = document.createElement("textarea");
		t.value = e, document.body.append(t), t.select(), document.execCommand("copy"), t.remove();
	}
}
// ui/report/copy.ts
function D(t, n) {
	let i = e("button", {
		type: "button",
		class: "copy",
		click: () => void a()
	}, t);
	i.setAttribute("aria-live", "polite");
	async function a() {
		await E(n()), i.textContent = r.copied, setTimeout(() => {
			i.textContent = t;
		}, T);
	}
	return i;
}
// ui/shared/json-tokens.ts
var O = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g;
function* k(e) {
	let t = 0;
	for (let n of e.matchAll(O)) {
		let [r, i, a, o] = n;
		yield { text: e.slice(t, n.index) }, t = n.index + r.length, yield {
			text: i ?? r,
			kind: i ? a ? "key" : "string" : o ? "word" : "number"
		}, a && (yield { text: a });
	}
	yield { text: e.slice(t) };
}
// ui/report/json-view.ts
var A = 2e5;
function j(t) {
	let n = e("pre", {
		class: "body",
		tabindex: "0"
	});
	if (typeof t == "string") return n.textContent = t, n;
	let r = JSON.stringify(t, null, 2);
	return r.length > A ? n.textContent = r : n.append(...M(r)), n;
}
function* M(t) {
	for (let { text: n, kind: r } of k(t)) yield r ? e("span", { class: r }, n) : n;
}
// ui/report/exchange.ts
function N(t, n) {
	let { step: i, request: a, response: o, logs: s } = t;
	return e("article", { class: "exchange" }, e("header", {}, e("h4", {}, i), e("code", { class: "line" }, e("b", {}, a.method), ` ${a.url}`), P(o?.status)), F(t, n), e("div", { class: "sides" }, I(r.request, a.headers, a.body), o ? I(r.response, o.headers, o.body) : e("section", {}, e("h5", {}, r.response), e("p", { class: "none" }, r.noResponse))), L(s, Date.parse(t.startedAt)), z(t));
}
function P(t) {
	return t === void 0 ? e("span", { class: "status none" }, r.noResponse) : e("span", { class: `status s${Math.trunc(t / 100)}` }, String(t));
}
function F({ startedAt: t, durationMs: n }, { start: i, length: a }) {
	let o = e("span", {}), s = (e) => `${100 * e / Math.max(a, .001)}%`;
	o.style.marginInlineStart = s(Date.parse(t) - i), o.style.width = s(n);
	let c = `${n.toFixed(+(n < 10))} ${r.milliseconds}`;
	return e("div", { class: "timing" }, e("span", { class: "track" }, o), e("span", { class: "took" }, c));
}
function I(t, n, i) {
	let a = Object.entries(n), o = a.map(([t, n]) => e("div", {}, e("dt", {}, t), e("dd", {}, n)));
	return e("section", {}, e("h5", {}, t), e("details", { class: "headers" }, e("summary", {}, `${r.headers} · ${a.length}`), e("dl", {}, ...o)), i === null ? e("p", { class: "none" }, r.noBody) : j(i));
}
function L(t, n) {
	let i = e("h5", {}, r.logs);
	return t.length === 0 ? e("section", { class: "logs" }, i, e("p", { class: "none" }, r.noLogs)) : e("section", { class: "logs" }, i, e("ol", {}, ...t.map((e) => te(e, n))));
}
function te({ time: t, level: n, message: i, file: a }, o) {
	let s = /^(trace|debug|info|warn|error|fatal)$/.test(n) ? n : "other", c = t && Math.round(Date.parse(t) - o);
	return e("li", {}, e("span", {
		class: "after",
		title: t
	}, c === "" ? "" : `${c < 0 ? "−" : "+"}${Math.abs(c)} ${r.milliseconds}`), e("span", { class: `level ${s}` }, n), e("span", { class: "text" }, i), e("span", {
		class: "file",
		title: a
	}, R(a)));
}
function R(e) {
	return e.replace(/^(?:[A-Za-z]:)?[\\/].*[\\/]/, "");
}
function z({ requestId: t, request: n }) {
	return e("footer", {}, e("span", { class: "id" }, `${r.requestId} `, e("code", {}, t)), D(r.copyRequestId, () => t), D(r.copyCurl, () => C(n)));
}
// src/reports/promise.ts
var B = /^(.*) \((\S+ [A-Z]+ \/.*?, #\/\S*)\)$/s;
function V(e) {
	let [, t = e, n = ""] = B.exec(e) ?? [];
	return {
		text: t,
		promise: n
	};
}
// ui/report/findings.ts
var H = 12;
function U(t) {
	return e("ul", {
		class: "findings",
		"aria-label": r.findings
	}, ...t.map(W));
}
function W({ id: t, message: n, location: r, expected: i, actual: a }) {
	let { text: o, promise: s } = V(n);
	return e("li", {}, e("p", { class: "message" }, o), i !== void 0 && a !== void 0 && G(i, a), e("p", { class: "where" }, ...[
		t,
		r,
		s
	].filter(Boolean).map((t) => e("code", {}, t))));
}
function G(t, n) {
	let [i, a] = K(t, n), o = (t, n) => e("code", {}, t.slice(0, i), e(n, {}, t.slice(i, t.length - a)), t.slice(t.length - a));
	return e("dl", { class: "comparison" }, e("div", { class: "wanted" }, e("dt", {}, r.expected), e("dd", {}, o(t, "ins"))), e("div", { class: "got" }, e("dt", {}, r.actual), e("dd", {}, o(n, "del"))));
}
function K(e, t) {
	if (Math.max(e.length, t.length) <= H) return [0, 0];
	let n = q(e, t), r = J(e.slice(n), t.slice(n));
	return 2 * (n + r) >= Math.max(e.length, t.length) ? [n, r] : [0, 0];
}
function q(e, t) {
	let n = 0;
	for (; n < e.length && n < t.length && e[n] === t[n];) n += 1;
	return n;
}
function J(e, t) {
	let n = 0;
	for (; n < e.length && n < t.length && e.at(-1 - n) === t.at(-1 - n);) n += 1;
	return n;
}
// ui/report/details.ts
function Y(n) {
	if (!n.open || n.querySelector(".inside")) return;
	let i = t(`block-${n.dataset.number}`), a = Z(i.exchanges);
	n.append(e("div", { class: "inside" }, X(i), i.findings.length > 0 && U(i.findings), ...i.exchanges.map((e) => N(e, a)), i.exchanges.length === 0 && e("p", { class: "none" }, r.nothingSent)));
}
function X({ id: t, summary: n, description: i, source: a, reason: o }) {
	let s = a && [a.document, a.line].filter((e) => e !== void 0).join(":");
	return e("div", { class: "about" }, i !== n && e("p", {
		class: "description",
		lang: "en"
	}, i), o !== void 0 && e("p", { class: "reason" }, e("b", {}, r.reason), ` ${o}`), e("p", { class: "where" }, e("a", { href: `#${encodeURI(t)}` }, t), ...s ? [` · ${r.documented}: `, e("code", {}, s)] : []));
}
function Z(e) {
	let t = Math.min(...e.map(({ startedAt: e }) => Date.parse(e)));
	return {
		start: t,
		length: Math.max(...e.map(({ startedAt: e, durationMs: t }) => Date.parse(e) + t)) - t
	};
}
// ui/report/keyboard.ts
var Q = document.querySelector("#search");
function ne() {
	document.addEventListener("keydown", (e) => {
		if (e.ctrlKey || e.metaKey || e.altKey) return;
		let t = e.target === Q ? re(e.key) : ie(e.key, e.target);
		t && (e.preventDefault(), t());
	});
}
function re(e) {
	if (e === "Escape") return ae;
	if (e === "ArrowDown" || e === "Enter") return () => $(1);
}
function ie(e, t) {
	if (e === "/") return () => Q?.select();
	if (e === "Escape") return se;
	if (e === "j") return () => $(1);
	if (e === "k") return () => $(-1);
	if (oe(t)) {
		if (e === "ArrowDown") return () => $(1);
		if (e === "ArrowUp") return () => $(-1);
	}
}
function ae() {
	Q?.value ? h() : Q?.blur();
}
function oe(e) {
	return (e instanceof Element ? e.closest(".check > summary") : null)?.parentElement ?? void 0;
}
function $(e) {
	let t = document.activeElement?.closest(".check"), n = t ? Number(t.dataset.number) + e : e > 0 ? 0 : i.length - 1;
	for (; i[n]?.hidden;) n += e;
	i[n]?.querySelector("summary")?.focus();
}
function se() {
	let e = document.activeElement?.closest(".check[open]") ?? [...document.querySelectorAll(".check[open]")].at(-1);
	e && (e.open = !1, e.querySelector("summary")?.focus());
}
// ui/report/main.ts
for (let e of n("header time")) e.textContent = new Date(e.getAttribute("datetime") ?? "").toLocaleString(r.language, {
	dateStyle: "long",
	timeStyle: "medium"
});
document.addEventListener("toggle", ({ target: e }) => {
	e instanceof HTMLDetailsElement && e.matches(".check") && (Y(e), e.open && b(e));
}, !0), m(), ne(), y();
