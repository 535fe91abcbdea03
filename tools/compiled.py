"""Compile the frames reader while a wheel is built: where ``HATCH_BUILD_HOOK_ENABLE_CUSTOM=1`` asks for it (``make fast``).

mypyc makes C of the modules as they stand, types and all; the sources come along in the wheel. Run as a program it
compiles into a folder, which the hook then takes the libraries from. An editable install stays as it is.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCE = Path(__file__).parents[1] / "src"
FRAMES = SOURCE / "missionwatch" / "reading" / "frames"
LEFT = frozenset({"__init__", "calibration", "checking", "loading", "mentions"})
"""Modules that stay Python: what runs once when a pack is loaded, and what would gain nothing."""
SUFFIX = str(sysconfig.get_config_var("EXT_SUFFIX"))


def modules() -> list[Path]:
    """Return the modules that are compiled."""
    return sorted(path for path in FRAMES.glob("*.py") if path.stem not in LEFT)


class CompiledReader(BuildHookInterface[Any]):
    """Puts the compiled reader into a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and name the libraries to the builder, which makes a wheel for this machine."""
        if version == "editable":
            return
        self.folder = TemporaryDirectory()
        subprocess.run([sys.executable, __file__, self.folder.name], cwd=SOURCE, check=True)  # noqa: S603 - ourselves
        built = Path(self.folder.name) / "built"
        build_data["pure_python"], build_data["infer_tag"] = False, True
        build_data["force_include"] |= {
            str(path): path.relative_to(built).as_posix() for path in built.rglob(f"*{SUFFIX}")
        }

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - hatchling's
        """Sweep up."""
        if version != "editable":
            self.folder.cleanup()


def compile_into(folder: Path) -> None:
    """Compile the modules into ``folder/built``; run from the folder of the sources."""
    from mypyc.build import mypycify  # noqa: PLC0415 - only who compiles has it
    from setuptools import setup  # noqa: PLC0415

    options = [
        "--config-file=",
        f"--cache-dir={folder / 'cache'}",
        "--explicit-package-bases",
        "--ignore-missing-imports",
    ]
    names = [path.relative_to(SOURCE).as_posix() for path in modules()]
    extensions = mypycify(
        [*options, *names],
        opt_level="3",
        debug_level="0",
        multi_file=True,
        target_dir=str(folder / "c"),
        group_name="missionwatch",
    )
    arguments = ["-q", "build_ext", f"--build-lib={folder / 'built'}", f"--build-temp={folder / 'objects'}"]
    setup(name="missionwatch", script_args=arguments, ext_modules=extensions)


if __name__ == "__main__":
    compile_into(Path(sys.argv[1]))
