// Show what happened on this day of the year, or on the next one on record.
"use strict";

async function showToday() {
  const response = await fetch("days.json");
  const days = await response.json();
  const keys = Object.keys(days).sort();
  if (!keys.length) return;
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const today = `${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const key = keys.find((one) => one >= today) || keys[0];
  const list = document.createElement("ul");
  for (const [year, title, address] of days[key].slice(0, 4)) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = address;
    link.textContent = title;
    const when = document.createElement("span");
    when.className = "quiet";
    when.textContent = year;
    item.append(link, " ", when);
    list.append(item);
  }
  const [month, day] = key.split("-").map(Number);
  const name = new Date(2000, month - 1, day).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
  });
  const lead = document.createElement("p");
  lead.textContent = key === today ? name : `Next on record: ${name}`;
  document.getElementById("today").replaceChildren(lead, list);
}

showToday();
