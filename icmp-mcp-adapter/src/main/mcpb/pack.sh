#!/bin/sh
# Packs the built jar for clients that install MCP servers from a file (.mcpb):
#
#     mvn -q package && sh icmp-mcp-adapter/src/main/mcpb/pack.sh
#
# writes icmp-mcp-adapter/target/icmpscope.mcpb. Needs npx, which comes with Node.js; the version is that of the pom.
set -eu
mcpb=${MCPB:-npx --yes @anthropic-ai/mcpb@2.1.2}

source=$(cd "$(dirname "$0")" && pwd)
target=$source/../../../target
jar=$target/icmp-mcp-adapter.jar
[ -f "$jar" ] || { echo "there is no $jar; build it first: mvn -q package" >&2; exit 1; }
version=$(java -jar "$jar" --version | sed 's/^icmpscope //')

bundle=$target/mcpb
rm -rf "$bundle" "$target/icmpscope.mcpb"
mkdir -p "$bundle/server"
cp "$jar" "$bundle/server/"
cp "$source/icon.png" "$source/../../../../LICENSE" "$bundle/"
sed "s/@version@/$version/" "$source/manifest.json" >"$bundle/manifest.json"

$mcpb validate "$bundle/manifest.json"
$mcpb pack "$bundle" "$target/icmpscope.mcpb"
