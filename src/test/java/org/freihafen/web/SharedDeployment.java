package org.freihafen.web;

import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.freihafen.disuse.DisuseProbe;
import org.freihafen.store.TransactionProbe;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

import java.io.File;

/** The war that Maven built, with two probes in it, deployed once for all tests. */
@ArquillianSuiteDeployment
public class SharedDeployment {

    @Deployment(testable = false)
    public static WebArchive war() {
        return ShrinkWrap.createFromZipFile(
                        WebArchive.class, new File(System.getProperty("freihafen.war")))
                .addClasses(
                        TransactionProbe.class, TransactionProbe.UseCase.class, DisuseProbe.class);
    }
}
