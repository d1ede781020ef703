package main

import (
	"context"
	"runtime"
	"runtime/debug"

	"github.com/urfave/cli/v3"
)

// version is that of the module that the tool was built from.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

// versionInfo is what --json prints.
type versionInfo struct {
	Version  string `json:"version"`
	Revision string `json:"revision,omitzero"`
	Go       string `json:"go"`
	Platform string `json:"platform"`
}

func (a *app) versionCommand() *cli.Command {
	return &cli.Command{
		Name: "version", Usage: "tell which version this is", Category: groupTool,
		Action: func(_ context.Context, c *cli.Command) error {
			if _, err := arguments(c, 0, 0); err != nil {
				return err
			}
			v := versionInfo{Version: version(), Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH}
			if info, ok := debug.ReadBuildInfo(); ok {
				for _, s := range info.Settings {
					if s.Key == "vcs.revision" {
						v.Revision = s.Value
					}
				}
			}
			if a.json {
				return writeJSON(a.stdout, v)
			}
			return a.printf("workwx %s (%s, %s)\n", v.Version, v.Go, v.Platform)
		},
	}
}

func (a *app) demoCommand() *cli.Command {
	return &cli.Command{
		Name: "demo", Usage: "show what the package does, on a fake platform in this process", Category: groupPlatform,
		Description: `It does with the real client what a service would: contacts, every type of
message, files, an expired token, a busy platform, a callback. It needs no corp,
no secret and no network.`,
		Action: func(ctx context.Context, c *cli.Command) error {
			if _, err := arguments(c, 0, 0); err != nil {
				return err
			}
			return demo(ctx, a.stdout)
		},
	}
}
