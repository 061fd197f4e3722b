"use strict";

const $ = (selector) => document.querySelector(selector);
const shown = { published: "", search: "" };

/** Makes an element; text is always text, never markup. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) {
      made.addEventListener(name.slice(2), value);
    } else {
      made.setAttribute(name, value);
    }
  }
  made.append(...children);
  return made;
}

async function call(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: body ? { "Content-Type": "application/json" } : {},
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    const details = Object.entries(problem.errors ?? {}).map(([field, text]) => `The ${field} ${text}.`);
    throw new Error(details.join(" ") || problem.detail || `The server answered ${answer.status}.`);
  }
  return answer.status === 204 ? null : answer.json();
}

/** Runs an action of the person, then shows what it changed and the SQL that it took. */
async function act(work) {
  const problem = $("#problem");
  try {
    await work();
    problem.hidden = true;
  } catch (error) {
    problem.textContent = error.message;
    problem.hidden = false;
  }
  await showPosts();
  await showStatements();
}

async function showPosts() {
  const query = new URLSearchParams();
  if (shown.published) query.set("published", shown.published);
  if (shown.search) query.set("search", shown.search);
  const posts = await call("GET", `api/posts?${query}`);
  $("#posts").replaceChildren(...posts.map(postItem));
  if (posts.length === 0) {
    $("#posts").append(element("li", { class: "empty" }, "No posts here."));
  }
}

function postItem(post) {
  const written = new Date(post.createdAt).toLocaleDateString(undefined, { dateStyle: "medium" });
  return element("li", {},
    element("div", { class: "what" },
      element("div", { class: "title" }, post.title),
      element("div", { class: "by" }, `${post.author.name ?? post.author.email} · ${written}`)),
    element("button", {
      type: "button",
      class: "state",
      "aria-pressed": String(post.published),
      title: post.published ? "Make it a draft again" : "Publish it",
      onclick: () => act(() => call("PATCH", `api/posts/${post.id}`, { published: !post.published })),
    }, post.published ? "Published" : "Draft"),
    element("button", {
      type: "button",
      class: "delete",
      title: "Delete",
      "aria-label": `Delete ${post.title}`,
      onclick: () => act(() => call("DELETE", `api/posts/${post.id}`)),
    }, "×"));
}

const KEYWORDS = new RegExp("\\b(SELECT|DISTINCT|FROM|WHERE|AND|OR|NOT|IN|IS|NULL|AS|ON|LEFT|INNER|JOIN|ORDER|GROUP|BY"
  + "|HAVING|ASC|DESC|LIMIT|OFFSET|INSERT|INTO|VALUES|UPDATE|SET|DELETE|RETURNING|CONFLICT|DO|NOTHING|LIKE|ESCAPE"
  + "|COUNT|SUM|AVG|CASE|WHEN|THEN|ELSE|END|EXISTS|UNION|ALL|WITH|TRUE|FALSE)\\b|(\"[^\"]*\")", "gi");

function highlighted(sql) {
  const parts = [];
  let end = 0;
  for (const match of sql.matchAll(KEYWORDS)) {
    parts.push(sql.slice(end, match.index), element("span", { class: match[2] ? "name" : "keyword" }, match[0]));
    end = match.index + match[0].length;
  }
  return [...parts, sql.slice(end)];
}

const milliseconds = (micros) => `${(micros / 1000).toFixed(micros < 10_000 ? 2 : 0)} ms`;

/** The page reads the posts again after a change: puts the change first, and what was read because of it behind. */
function byAction(requests) {
  const groups = [];
  for (let i = 0; i < requests.length; i++) {
    const change = requests[i + 1];
    if (requests[i].method === "GET" && change && change.method !== "GET") {
      groups.push([change, requests[i]]);
      i++;
    } else {
      groups.push([requests[i]]);
    }
  }
  return groups;
}

async function showStatements() {
  const requests = (await call("GET", "api/statements")).filter((request) => request.statements.length > 0);
  $("#statements").replaceChildren(...byAction(requests).slice(0, 4).map((group, index) =>
    element("li", { class: index === 0 ? "latest" : "" }, ...group.map(requestItem))));
}

function requestItem(request) {
  const sum = request.statements.reduce((total, statement) => total + statement.micros, 0);
  const count = request.statements.length;
  return element("div", { class: "request" },
    element("div", { class: "action" },
      element("b", {}, request.method),
      element("span", { class: "path" }, request.path),
      element("span", { class: "sum" }, `${count} ${count === 1 ? "statement" : "statements"}, ${milliseconds(sum)}`)),
    ...request.statements.map((statement) => element("pre", {},
      element("span", { class: "time" }, milliseconds(statement.micros)), ...highlighted(statement.sql))));
}

async function showFigures() {
  const [users, statistics] = await Promise.all([
    call("GET", "api/users"),
    call("GET", "api/sales/statistics?status=completed"),
  ]);
  $("#user-count").textContent = users.length;
  $("#sales-total").textContent = statistics.total === null ? "–"
    : Number(statistics.total).toLocaleString(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  $("#sales-rating").textContent = statistics.averageRating === null ? "–" : statistics.averageRating.toFixed(1);
  $("#new-post select").replaceChildren(
    ...users.map((user) => element("option", { value: user.id }, user.name ?? user.email)));
}

$("#new-post").addEventListener("submit", (event) => {
  event.preventDefault();
  const form = event.target;
  act(async () => {
    await call("POST", "api/posts", { title: form.title.value, authorId: form.authorId.value });
    form.title.value = "";
  });
});

document.querySelectorAll("[data-filter]").forEach((button) => button.addEventListener("click", () => {
  shown.published = button.dataset.filter;
  document.querySelectorAll("[data-filter]").forEach(
    (other) => other.setAttribute("aria-pressed", String(other === button)));
  act(async () => {});
}));

let typing;
$("#search").addEventListener("input", (event) => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    shown.search = event.target.value.trim();
    act(async () => {});
  }, 200);
});

act(showFigures);
