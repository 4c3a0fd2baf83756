package io.huikuan.letter.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;

/**
 * Makes PDFs of pages, for keeping (PDF/A-2u), with the fonts that come with the service and none of the machine's: a page names them as {@code Letter Latin} and
 * {@code Letter CJK}, and what it uses of them is within the PDF. A page loads nothing from anywhere. One is made at a time, since each holds the fonts in memory,
 * about 25 MB.
 */
@ApplicationScoped
public class PdfPrinter {

    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final ReentrantLock turn = new ReentrantLock(true);

    PdfPrinter() {
        // It tells of each step of each page otherwise.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /** The PDF of a page that is well-formed XML. */
    public byte[] print(String page) {
        turn.lock();
        try {
            return printed(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turn.unlock();
        }
    }

    private static byte[] printed(String page) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(() -> font("DroidSansFallbackFull"), "Letter CJK", REGULAR, FontStyle.NORMAL, true);
        builder.useFont(() -> font("OpenSans-Regular"), "Letter Latin", REGULAR, FontStyle.NORMAL, true);
        builder.useFont(() -> font("OpenSans-Semibold"), "Letter Latin", BOLD, FontStyle.NORMAL, true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useUriResolver((base, uri) -> null);
        builder.withProducer("Huikuan");
        builder.withHtmlContent(page, null);
        builder.toStream(pdf);
        builder.run();
        return pdf.toByteArray();
    }

    private static InputStream font(String name) {
        return PdfPrinter.class.getResourceAsStream("/letters/fonts/" + name + ".ttf");
    }

    /** One PDF of several, in their order. */
    public byte[] merged(List<byte[]> pdfs) {
        turn.lock();
        try {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            PDFMergerUtility merger = new PDFMergerUtility();
            for (byte[] pdf : pdfs) {
                merger.addSource(new RandomAccessReadBuffer(pdf));
            }
            merger.setDestinationStream(all);
            merger.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
            return all.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turn.unlock();
        }
    }
}
