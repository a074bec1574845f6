"""Printing: a leaflet on a printer of this computer, or a sentence why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from massage_guide.paper.leaflet import Leaflet, Size
from massage_guide.paper.press import CREATOR, page_layout, press

if TYPE_CHECKING:  # printers are looked for only when somebody wants to print
    from PySide6.QtPrintSupport import QPrinter


class Printing:
    """Asks which printer, with the computer's own dialog, and prints."""

    def print_out(self, leaflet: Leaflet, size: Size, window: QWidget) -> str:
        """Print; what to tell the parent, empty where they thought better of it."""
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        if not QPrinterInfo.availablePrinterNames():
            return QCoreApplication.translate(
                "Printing",
                "This computer knows of no printer. A PDF can be saved, and printed anywhere.",
            )
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout(size))
        printer.setFullPage(True)
        printer.setDocName(leaflet.title)
        printer.setCreator(CREATOR)
        if not self.choose(printer, window):
            return ""
        if press(leaflet, size, printer):
            return QCoreApplication.translate("Printing", "It has gone to {0}.").format(
                printer.printerName()
            )
        return QCoreApplication.translate(
            "Printing", "The printer did not take it. Is it on? A PDF can be saved meanwhile."
        )

    def choose(self, printer: QPrinter, window: QWidget) -> bool:
        """Let the parent choose printer and copies; whether they went on."""
        from PySide6.QtPrintSupport import QPrintDialog

        dialog = QPrintDialog(printer, window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
        return dialog.exec() == QPrintDialog.DialogCode.Accepted
