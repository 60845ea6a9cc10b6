"""A picture as one HTML page: the scripts that draw it are inside, and nothing is loaded."""

import json
from collections.abc import Mapping
from html import escape
from string import Template

# The policy allows the page what it holds and no host. Vega makes functions of its expressions,
# which is what 'unsafe-eval' names; pictures that readers save go through blob: and data:.
_PAGE = Template("""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src data: blob:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>
body { margin: 0; background: white; }
#picture { display: block; overflow-x: auto; }
</style>
</head>
<body>
<main id="picture" aria-label="$title">
<noscript>$title: this page needs JavaScript.</noscript>
</main>
<script>
$scripts
</script>
<script>
vegaEmbed("#picture", $spec, {
  renderer: "svg",
  downloadFileName: "summit",
  actions: {export: true, source: false, compiled: false, editor: false},
});
</script>
</body>
</html>
""")


def html_page(spec: Mapping[str, object], title: str, scripts: str) -> str:
    """Return a page that draws a Vega-Lite specification with Vega's own scripts."""
    return _PAGE.substitute(title=escape(title), scripts=scripts, spec=_script_text(spec))


def _script_text(spec: Mapping[str, object]) -> str:
    """Return a specification as JavaScript that no text in it can end."""
    text = json.dumps(spec, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
